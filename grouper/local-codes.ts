/** What the grouper must know of each word of a case dictionary, looked up once per distinct word and laid out by its number. */
import { classOfWord } from './code-classes.ts';
import type { BitRows, CodeClasses, CompiledCatalogue, ListBits } from './compiled.ts';
import { placeOfWord } from './word-index.ts';

/** The numbers of one word, side by side so that they come from memory together. */
export const FACTS = 4;
/** Its bit row as first code, when other codes matter and (one further) when none of them stands in a list asked about. */
export const ROW = 0;
/** One more than where its list bits start in ListBits.words; 0 when it stands in none of these lists. */
export const BITS = 2;
/** MCC exclusion group << 16 | CC exclusion group; 0: no complication. Procedures have 0. */
export const COMPLICATION = 3;

export type LocalDiagnoses = { readonly facts: Uint32Array; readonly exclusion: Uint16Array };

export function localDiagnoses(compiled: CompiledCatalogue, words: readonly string[]): LocalDiagnoses {
  const { dx, dxRows, dxBits, mcc, cc, exclusion } = compiled;
  const facts = factsOf(dx, dxRows, dxBits, words);
  const excludes = new Uint16Array(words.length);
  for (let i = 0; i < words.length; i++) {
    const place = placeOfWord(dx.index, words[i]!);
    if (place < 0) continue;
    facts[FACTS * i + COMPLICATION] = (mcc[place]! << 16) | cc[place]!;
    excludes[i] = exclusion[place]!;
  }
  return { facts, exclusion: excludes };
}

export const localProcedures = ({ px, pxRows, pxBits }: CompiledCatalogue, words: readonly string[]): Uint32Array =>
  factsOf(px, pxRows, pxBits, words);

function factsOf(codes: CodeClasses, rows: BitRows, bits: ListBits, words: readonly string[]): Uint32Array {
  const facts = new Uint32Array(words.length * FACTS);
  for (let i = 0; i < words.length; i++) {
    const of = classOfWord(codes, words[i]!);
    facts[FACTS * i + ROW] = rows.of[2 * of]!;
    facts[FACTS * i + ROW + 1] = rows.of[2 * of + 1]!;
    facts[FACTS * i + BITS] = standsAnywhere(bits, of) ? of * bits.width + 1 : 0;
  }
  return facts;
}

function standsAnywhere({ words, width }: ListBits, of: number): boolean {
  for (let w = of * width; w < (of + 1) * width; w++) if (words[w] !== 0) return true;
  return false;
}
