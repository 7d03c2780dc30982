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
      if (pasting || rest === '') return [];
      const after = rest.slice(1);
      rest = '';
      return [named('esc'), ...read(after)];
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

/** ESC [ ... final and ESC O letter; an Esc before anything else was the key Esc. Undefined: not finished. */
function sequenceAt(text: string): Taken | undefined {
  const whole = /^\x1b(?:\[\[[A-E]|\[[0-?]*[ -/]*[@-~]|O[A-Za-z])/.exec(text)?.[0];
  if (whole !== undefined) {
    const key = sequences[whole.slice(1)];
    return { length: whole.length, press: key === undefined ? undefined : named(key) };
  }
  if (/^\x1b(?:\[[0-?]*[ -/]*|O)?$/.test(text)) return undefined;
  return { length: 1, press: named('esc') };
}

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
  '[200~': 'paste-start',
};
