/** What the grouper must know of each word of a case dictionary, looked up once per distinct word and laid out by its number. */
import { classOfWord } from './code-classes.ts';
import type { BitRows, CodeClasses, CompiledCatalogue, ListBits } from './compiled.ts';
import { placeOfWord } from './word-index.ts';

export type LocalCodes = {
  /** Bit row as first code: at 2 i when other codes matter, at 2 i + 1 when none of them stands in a list asked about. */
  readonly rows: Uint32Array;
  /** One more than where its list bits start in ListBits.words; 0 when it has none. */
  readonly bits: Uint32Array;
};

export type LocalDiagnoses = LocalCodes & {
  /** MCC exclusion group << 16 | CC exclusion group; 0: no complication. */
  readonly complication: Uint32Array;
  readonly exclusion: Uint16Array;
};

export function localDiagnoses(compiled: CompiledCatalogue, words: readonly string[]): LocalDiagnoses {
  const { dx, dxRows, dxBits, mcc, cc, exclusion } = compiled;
  const complication = new Uint32Array(words.length);
  const excludes = new Uint16Array(words.length);
  for (let i = 0; i < words.length; i++) {
    const place = placeOfWord(dx.index, words[i]!);
    if (place < 0) continue;
    complication[i] = (mcc[place]! << 16) | cc[place]!;
    excludes[i] = exclusion[place]!;
  }
  return { ...localCodes(dx, dxRows, dxBits, words), complication, exclusion: excludes };
}

export const localProcedures = ({ px, pxRows, pxBits }: CompiledCatalogue, words: readonly string[]): LocalCodes =>
  localCodes(px, pxRows, pxBits, words);

function localCodes(codes: CodeClasses, rows: BitRows, bits: ListBits, words: readonly string[]): LocalCodes {
  const localRows = new Uint32Array(words.length * 2);
  const localBits = new Uint32Array(words.length);
  for (let i = 0; i < words.length; i++) {
    const of = classOfWord(codes, words[i]!);
    localRows[2 * i] = rows.of[2 * of]!;
    localRows[2 * i + 1] = rows.of[2 * of + 1]!;
    localBits[i] = standsAnywhere(bits, of) ? of * bits.width + 1 : 0;
  }
  return { rows: localRows, bits: localBits };
}

function standsAnywhere({ words, width }: ListBits, of: number): boolean {
  for (let w = of * width; w < (of + 1) * width; w++) if (words[w] !== 0) return true;
  return false;
}
