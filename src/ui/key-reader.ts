/**
 * Turns what the terminal sends into single key presses. Keys typed ahead arrive as one chunk, escape sequences may be cut in two,
 * and pasted text stands between its own marks (bracketed paste), so the reader keeps what is not finished yet.
 */
export type Press = {
  /** `j`, `G`, `骨`, `up`, `ctrl-d`, `enter`, `paste` ... */
  readonly key: string;
  /** What a text field takes in; empty for keys that write nothing. */
  readonly text: string;
};

export type KeyReader = {
  read(chunk: string): readonly Press[];
  /** An Esc that nothing followed for a while was the Esc key. */
  flush(): readonly Press[];
  waiting(): boolean;
};

const PASTE_END = '\x1b[201~';

export function keyReader(): KeyReader {
  let rest = '';
  let pasting = false;

  function read(chunk: string): Press[] {
    rest += chunk;
    const presses: Press[] = [];
    while (rest !== '') {
      const next = pasting ? pasted(rest) : keyAt(rest);
      if (next === undefined) break;
      rest = rest.slice(next.length);
      pasting = next.press?.key === 'paste-start';
      if (next.press && !pasting) presses.push(next.press);
    }
    return presses;
  }

  return {
    read,
    flush() {
      const presses: Press[] = [];
      while (!pasting && rest !== '') {
        const after = rest.slice(1);
        rest = '';
        presses.push(named('esc'), ...read(after));
      }
      return presses;
    },
    waiting: () => !pasting && rest !== '',
  };
}

type Taken = { readonly length: number; readonly press: Press | undefined };

const named = (key: string): Press => ({ key, text: '' });

function pasted(text: string): Taken | undefined {
  const end = text.indexOf(PASTE_END);
  return end < 0 ? undefined : { length: end + PASTE_END.length, press: { key: 'paste', text: text.slice(0, end) } };
}

function keyAt(text: string): Taken | undefined {
  const char = String.fromCodePoint(text.codePointAt(0) ?? 0);
  if (char === '\x1b') return sequenceAt(text);
  const control = controls[char] ?? (char > '\0' && char < '\x1b' ? `ctrl-${String.fromCharCode(char.charCodeAt(0) + 96)}` : undefined);
  if (control !== undefined) return { length: 1, press: named(control) };
  if (char < ' ') return { length: 1, press: undefined };
  return { length: char.length, press: { key: char, text: char } };
}

/**
 * ESC [ ... final and ESC O letter are keys or reports of the terminal (mouse, focus); ESC ] and its kin, up to their end, are answers to
 * questions nobody asked here. An Esc before anything else was the key Esc: an Alt key is Esc and the key, as vi takes it.
 * Undefined: not finished.
 */
function sequenceAt(text: string): Taken | undefined {
  const whole = finished.exec(text)?.[0];
  if (whole !== undefined) {
    const key = sequences[whole.slice(1)];
    return { length: whole.length, press: key === undefined ? undefined : named(key) };
  }
  if (begun.test(text)) return undefined;
  return { length: 1, press: named('esc') };
}

/** In this order: function keys of the Linux console, a mouse report of three bytes, control sequences, keypad keys, strings. */
const finished = /^\x1b(?:\[\[[A-E]|\[M[\s\S]{3}|\[(?![M[])[0-?]*[ -/]*[@-~]|O[A-Za-z]|[\]P^_X][^\x07\x1b]*(?:\x07|\x1b\\))/;
const begun = /^\x1b(?:\[(?:\[|M[\s\S]{0,2}|[0-?]*[ -/]*)|O|[\]P^_X][^\x07\x1b]*\x1b?)?$/;

const controls: Readonly<Record<string, string>> = { '\r': 'enter', '\n': 'enter', '\t': 'tab', '\x7f': 'backspace', '\b': 'backspace' };

const sequences: Readonly<Record<string, string>> = {
  '[A': 'up',
  '[B': 'down',
  '[C': 'right',
  '[D': 'left',
  OA: 'up',
  OB: 'down',
  OC: 'right',
  OD: 'left',
  '[H': 'home',
  '[F': 'end',
  OH: 'home',
  OF: 'end',
  '[1~': 'home',
  '[4~': 'end',
  '[7~': 'home',
  '[8~': 'end',
  '[3~': 'delete',
  '[5~': 'pageup',
  '[6~': 'pagedown',
  '[Z': 'shift-tab',
  '[1;5C': 'ctrl-right',
  '[1;5D': 'ctrl-left',
  '[1;3C': 'ctrl-right',
  '[1;3D': 'ctrl-left',
  '[200~': 'paste-start',
};
