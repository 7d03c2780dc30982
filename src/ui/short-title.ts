/**
 * A scenario's title up to its first comma or bracket, for sentences and narrow columns; the whole title stands on the same screen:
 * `CHS-DRG 2.0 按病组付费，价格水平与 1.1 相同（示意）` -> `CHS-DRG 2.0 按病组付费`.
 */
export const shortTitle = (title: string): string => /^[^，,（(；;：:]+/.exec(title)?.[0].trim() || title;
