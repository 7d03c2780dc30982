/** Times stages in alternating rounds, so that a machine that drifts drifts for all of them; the median is the figure to quote. */

export type Stage = { readonly stage: string; readonly n: number; readonly run: () => unknown; readonly against?: string };
export type Figure = {
  readonly stage: string;
  readonly n: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** Median over the rounds of (seconds of `against` per record) ÷ (seconds of this stage per record). */
  readonly ratio?: number;
  readonly against?: string;
};

export async function measure(stages: readonly Stage[], rounds: number): Promise<Figure[]> {
  const seconds = new Map(stages.map(({ stage }) => [stage, [] as number[]]));
  for (const { run } of stages) await run();
  for (let round = 0; round < rounds; round++) {
    for (const { stage, run } of stages) {
      const start = process.hrtime.bigint();
      await run();
      seconds.get(stage)!.push(Number(process.hrtime.bigint() - start) / 1e9);
    }
  }
  return stages.map(({ stage, n, against }) => {
    const own = seconds.get(stage)!;
    const figure = { stage, n, seconds: median(own), perSecond: Math.floor(n / median(own)) };
    const peer = stages.find(other => other.stage === against);
    if (!peer) return figure;
    const ratios = own.map((time, i) => seconds.get(peer.stage)![i]! / peer.n / (time / n));
    return { ...figure, ratio: median(ratios), against: peer.stage };
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
