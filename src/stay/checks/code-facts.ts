/** What is known of a code: which of the two national lists has it, whether it is grey, to which sex it is reserved, what kind of code it is. */

/** In the list of the insurance (医保版), in that of the health commission (国临版), or in both; a code in both counts as 医保版. */
export const INSURANCE = 1;
export const CLINICAL = 2;
/** In the 医保版 list, and not accepted in settlement (灰码). */
export const GREY = 4;
export const MALE = 8;
export const FEMALE = 16;
/** By the form of the code alone: P00-P96, O00-O99, V01-Y98, a morphology (M80000/0), an asterisk code without its dagger (G01*). */
export const PERINATAL = 32;
export const OBSTETRIC = 64;
export const EXTERNAL = 128;
export const MORPHOLOGY = 256;
export const ASTERISK = 512;

/** Code -> INSURANCE | CLINICAL | GREY | MALE | FEMALE, of every code that one of the lists has. */
export type CodeFacts = { readonly dx: ReadonlyMap<string, number>; readonly px: ReadonlyMap<string, number> };

/** The facts of every distinct word of a table, by its number. */
export type WordFacts = { readonly dx: Uint16Array; readonly px: Uint16Array };

type Words = { readonly dx: { readonly words: readonly string[] }; readonly px: { readonly words: readonly string[] } };

export const wordFacts = ({ dx, px }: Words, facts: CodeFacts): WordFacts => ({
  dx: Uint16Array.from(dx.words, word => (facts.dx.get(word) ?? 0) | kindOf(word)),
  px: Uint16Array.from(px.words, word => facts.px.get(word) ?? 0),
});

/**
 * Chapters of ICD-10 by their letters: XVI (P), XV (O; the volume of instructions counts it among the categories limited to women), XX (V-Y).
 * A morphology is M, four or five digits, a stroke and the behaviour; M80.x is osteoporosis. `J17.0*` is half of a pair, `A01.0+J17.0*` is whole.
 */
function kindOf(word: string): number {
  const asterisk = word.endsWith('*') && !word.includes('+') ? ASTERISK : 0;
  switch (word.charCodeAt(0)) {
    case 0x4d: // M
      return asterisk | (/^M[89]\d{3,4}\/\d/.test(word) ? MORPHOLOGY : 0);
    case 0x4f: // O
      return asterisk | (/^O\d/.test(word) ? OBSTETRIC | FEMALE : 0);
    case 0x50: // P
      return asterisk | (/^P(?:[0-8]\d|9[0-6])/.test(word) ? PERINATAL : 0);
    case 0x56:
    case 0x57:
    case 0x58:
    case 0x59: // V, W, X, Y
      return asterisk | (/^[V-Y]\d/.test(word) ? EXTERNAL : 0);
    default:
      return asterisk;
  }
}
