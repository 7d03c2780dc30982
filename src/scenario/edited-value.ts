/** The value of a parameter as one line of text, and such a line read as the kind of value that the parameter has. */
import { Decimal } from '../money.ts';
import type { LeafValue, Place } from '../policy/leaf.ts';
import type { Kind } from '../policy/names/name.ts';
import { type plain, readWritten, type Word, type Written } from '../policy/written.ts';

type Value = LeafValue | ReturnType<typeof plain>;

/** Lists and tiers as JSON, which reads back as the same value. */
export const valueText = (value: Value): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What a file would hold for the text; whether it can be meant is for the vocabulary to say. */
export function valueWritten(text: string, kind: Kind | undefined, at: Place): Written {
  const given = text.trim();
  const word = (value: Word['value']): Word => ({ kind: 'word', value, at });
  if (given === 'null') return word(null);
  switch (kind) {
    case 'integer':
    case 'digits':
      return word(/^-?\d+$/.test(given) ? Number(given) : given);
    case 'boolean':
      return word(given === 'true' || given === 'false' ? given === 'true' : given);
    case 'codes':
    case 'list':
    case 'tiers':
      return given === '' ? word('') : { ...readWritten(given, at.file, 'PARAMETER_INVALID'), at };
    case 'decimal':
    case 'word':
    case 'path':
    case 'text':
    case undefined:
      return word(given);
  }
}

/** 0.3 and 0.30 are the same number. */
export function isSameValue(a: Value, b: Value): boolean {
  if (isDecimal(a) && isDecimal(b)) return new Decimal(a).eq(b);
  return valueText(a) === valueText(b);
}

const isDecimal = (value: Value): value is string => typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
