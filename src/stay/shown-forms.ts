/**
 * What a code, an amount or a date looks like where it may be shown. In a row whose cells have moved a name or a number of a person stands in any
 * column: only what plainly is one of these is shown, everywhere by the same rule.
 */

/** `I10.x00`, `A01.0+J17.0*`, `39.6100x004`, `M8140/3`, `C22.101M81600/3`, `310`; six digits in a run may be a record number, seven with signs between a telephone's. */
export const isCode = (text: string): boolean => codeForm.test(text) && !/\d{6}|\d(?:[.+*]\d|\d){6}/.test(text);
const codeForm = /^(?=.)(?:[A-Za-z]?\d[\dA-Zx.+*]{0,19})?(?:[Mm]\d{4,5}\/\d)?$/;

/** No record number has decimals: a difference of totals must be readable. */
export const isAmount = (text: string): boolean => /^[¥￥]?-?(?:\d{1,8}|\d{1,3}(?:,\d{3}){1,2})\.\d{1,4}$/.test(text);

/** With signs between its parts, and perhaps a time of day behind it. */
export const isDate = (text: string): boolean =>
  /^(?:19|20)\d\d(?:-\d{1,2}-|\/\d{1,2}\/|年\d{1,2}月)\d{1,2}日?(?:[ T]\d{1,2}:\d{1,2}(?::\d{1,2})?(?:\.0{1,3})?)?$/.test(text);
