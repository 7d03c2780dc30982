/**
 * Divides an amount over stays in proportion to their cost: each gets its exact share cut to the fen, and the fen left over go one each to
 * the largest remainders, ties to the earlier row. The shares sum to the amount, always. 100.00 over 1, 1, 1 yuan: 33.34, 33.33, 33.33.
 */

/** Whole fen: the amount, and what each stay weighs in it. Where no stay weighs anything, all weigh the same. */
export function dividePool(amount: number, costs: Float64Array): Float64Array {
  const total = sumOf(costs);
  if (total > 0) return amount === total ? costs.slice() : shares(amount, costs, total);
  return shares(
    amount,
    costs.map(() => 1),
    costs.length,
  );
}

export function sumOf(amounts: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < amounts.length; i++) sum += amounts[i]!;
  return sum;
}

function shares(amount: number, costs: Float64Array, total: number): Float64Array {
  const paid = new Float64Array(costs.length);
  const remainders = new Float64Array(costs.length);
  let left = amount;
  for (let i = 0; i < costs.length; i++) {
    const product = amount * costs[i]!;
    if (Number.isSafeInteger(product)) {
      remainders[i] = product % total;
      paid[i] = (product - remainders[i]!) / total;
    } else {
      const exact = BigInt(amount) * BigInt(costs[i]!);
      remainders[i] = Number(exact % BigInt(total));
      paid[i] = Number(exact / BigInt(total));
    }
    left -= paid[i]!;
  }
  if (left > 0) addToLargest(paid, { remainders, total, left });
  return paid;
}

type Rest = { readonly remainders: Float64Array; readonly total: number; readonly left: number };

const steps = 4096;

/** One fen each; fewer are left than stays. Counted by size first, so that only those of about the last size that gets one are sorted. */
function addToLargest(paid: Float64Array, { remainders, total, left }: Rest): void {
  const size = Uint16Array.from(remainders, remainder => Math.min(steps - 1, Math.floor((remainder / total) * steps)));
  const counts = new Uint32Array(steps);
  for (let i = 0; i < size.length; i++) counts[size[i]!]!++;
  let edge = steps - 1;
  let open = left;
  for (; counts[edge]! < open; edge--) open -= counts[edge]!;
  const onEdge: number[] = [];
  for (let i = 0; i < size.length; i++) {
    if (size[i]! > edge) paid[i]!++;
    else if (size[i] === edge) onEdge.push(i);
  }
  onEdge.sort((a, b) => remainders[b]! - remainders[a]! || a - b);
  for (const i of onEdge.slice(0, open)) paid[i]!++;
}
