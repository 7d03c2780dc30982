/** A group code as it stands in a published table: with blanks in it, in full width, with the name glued on, or as a 0 that was 0000. */

export type GroupCode = { readonly code: string; readonly glued: string; readonly zeros: boolean };

/** `cell` as written; undefined when there is no code in it. */
export function groupCode(cell: string): GroupCode | undefined {
  const { lead = '', rest = '' } =
    /^(?<lead>[\s'0-9A-Za-z\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]*)[\s:：_\-–—.、|]*(?<rest>.*)$/u.exec(cell.trim())?.groups ?? {};
  const close = half(lead).replace(/[\s']+/g, '');
  if (rest !== '' && !/^[\p{Script=Han}(（]/u.test(rest)) return undefined;
  if (/^0{1,3}$/.test(close)) return { code: '0000', glued: rest, zeros: true };
  if (!/^[0-9A-Za-z]{3,10}$/.test(close) || !/\d|QY$/i.test(close)) return undefined;
  // local subdivisions end in small letters (FF39k, RW29t4)
  return { code: close.slice(0, 4).toUpperCase() + close.slice(4), glued: rest, zeros: false };
}

const half = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');
