/**
 * What a calibrated weight table says about itself in `#` lines above its header: the files it was made from, and 自测，不可用于结算 when it was
 * made from stays that it is to settle. A table that prices the very stays it was measured on proves nothing about the price.
 */

export type Stamp = {
  /** Stamped as made from the stays to be settled. */
  readonly selfTested: boolean;
  /** sha256 of the files of the history. */
  readonly calibratedFrom: readonly string[];
};

export const SELF_TESTED = '自测，不可用于结算';
const FROM = 'calibrated-from sha256:';

export type Origin = { readonly name: string; readonly sha256: string };

/** The lines above the header, each with its end. `settings`: what else is worth a line. */
export const stampLines = (
  origins: readonly Origin[],
  { selfTested, settings }: { readonly selfTested: boolean; readonly settings: readonly string[] },
) =>
  [
    ...(selfTested ? [`${SELF_TESTED} (self-tested, not for settlement)`] : []),
    ...origins.map(({ name, sha256 }) => `${FROM}${sha256} ${name}`),
    ...settings,
  ]
    .map(line => `# ${line.replace(/[\r\n\t]+/g, ' ')}\n`)
    .join('');

/** Of the text of a weight table; a published one has no such lines. */
export function stampOf(text: string): Stamp {
  const lines = noteLines(text).map(line => line.replace(/^#\s*/, ''));
  return {
    selfTested: lines.some(line => line.startsWith(SELF_TESTED)),
    calibratedFrom: lines.flatMap(line => (line.startsWith(FROM) ? [line.slice(FROM.length).split(' ')[0]!] : [])),
  };
}

/** The `#` lines above the header. */
export function noteLines(text: string): readonly string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const header = lines.findIndex(line => !line.startsWith('#'));
  return header < 0 ? lines : lines.slice(0, header);
}

/** Whether settling these files by that table is a self-test: stamped so, or made from one of them. */
export const isSelfTest = ({ selfTested, calibratedFrom }: Stamp, files: readonly { readonly sha256: string }[]): boolean =>
  selfTested || files.some(({ sha256 }) => calibratedFrom.includes(sha256));
