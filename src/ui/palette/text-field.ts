/** A line of text being typed, and where in it: what each editing key makes of it. A cursor never stands inside a character. */
export type Field = {
  readonly text: string;
  /** Place in `text` before which the next character goes. */
  readonly cursor: number;
};

export const fieldOf = (text: string): Field => ({ text, cursor: text.length });

export const typed = ({ text, cursor }: Field, added: string): Field => ({
  text: text.slice(0, cursor) + added + text.slice(cursor),
  cursor: cursor + added.length,
});

export const erasedBefore = (field: Field): Field => without(field, before(field), field.cursor);
export const erasedAfter = (field: Field): Field => without(field, field.cursor, after(field));
export const erasedToStart = (field: Field): Field => without(field, 0, field.cursor);
export const erasedToEnd = (field: Field): Field => without(field, field.cursor, field.text.length);
/** As a shell does it: the blanks before the cursor, and what stands before them up to the next blank. */
export const erasedWord = (field: Field): Field => without(field, wordStart(field), field.cursor);

export const oneLeft = (field: Field): Field => ({ ...field, cursor: before(field) });
export const oneRight = (field: Field): Field => ({ ...field, cursor: after(field) });
export const wordLeft = (field: Field): Field => ({ ...field, cursor: wordStart(field) });
export const wordRight = ({ text, cursor }: Field): Field => ({
  text,
  cursor: cursor + (/^\s*\S*/.exec(text.slice(cursor))?.[0].length ?? 0),
});
export const atStart = (field: Field): Field => ({ ...field, cursor: 0 });
export const atEnd = ({ text }: Field): Field => fieldOf(text);

export type InSight = {
  readonly text: string;
  /** Columns of the terminal before the cursor. */
  readonly column: number;
};

/** What fits into `room` columns: the end of a long text, or as much before the cursor as there is room for. */
export function inSight({ text, cursor }: Field, room: number, width: (text: string) => number): InSight {
  const before = charactersOf(text.slice(0, cursor)).map(({ segment }) => segment);
  const behind = charactersOf(text.slice(cursor)).map(({ segment }) => segment);
  // One column stays for the cursor behind the last character.
  while (width(before.join('')) > room - 1 && before.length > 0) before.shift();
  const left = before.join('');
  while (width(left + behind.join('')) > room - 1 && behind.length > 0) behind.pop();
  return { text: left + behind.join(''), column: width(left) };
}

const without = ({ text }: Field, from: number, to: number): Field => ({ text: text.slice(0, from) + text.slice(to), cursor: from });

const wordStart = ({ text, cursor }: Field): number => cursor - (/\S*\s*$/.exec(text.slice(0, cursor))?.[0].length ?? 0);

const before = ({ text, cursor }: Field): number => charactersOf(text.slice(0, cursor)).at(-1)?.index ?? 0;
const after = ({ text, cursor }: Field): number => cursor + (charactersOf(text.slice(cursor))[0]?.segment.length ?? 0);

const characters = new Intl.Segmenter();
const charactersOf = (text: string): readonly Intl.SegmentData[] => [...characters.segment(text)];
