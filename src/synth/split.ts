/** An amount divided by whole shares into whole fen that add up to it: everyone gets the whole fen of his share, the largest remainders the rest. */

export function split(amount: number, shares: readonly number[]): number[] {
  const total = shares.reduce((a, b) => a + b, 0);
  if (total <= 0) throw new Error('an amount cannot be divided by no shares');
  // Products stay below 9e15 (amounts below 1e9 fen, shares below 1e6), so remainders and parts are exact whole numbers.
  const remainders = shares.map(share => (amount * share) % total);
  const parts = shares.map((share, i) => (amount * share - remainders[i]!) / total);
  let rest = amount - parts.reduce((a, b) => a + b, 0);
  const order = shares.map((_, i) => i).sort((a, b) => remainders[b]! - remainders[a]! || a - b);
  for (const i of order) {
    if (rest === 0) break;
    parts[i] = parts[i]! + 1;
    rest--;
  }
  return parts;
}

/** So many thousandths of an amount, whole fen, half a fen upwards. */
export const perMille = (amount: number, share: number): number => Math.floor((amount * share + 500) / 1000);
