/** A calibration as JSON (data/schema/weights.schema.json): figures are texts of exact decimals, cut to the digits that are stated. */
import { Decimal } from '../money.ts';
import { writtenCmi, writtenWeight } from '../payment/history/written.ts';
import { sentence, type WeightsReport } from './weights-text.ts';

export type WeightsOrigin = {
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly selfTested: boolean;
};

export function weightsJson(report: WeightsReport, { files, selfTested }: WeightsOrigin): string {
  const { catalogue, calibration, quality, rate, hospitals, digits, trim } = report;
  const { read, left, used, kept, years, meanCost, riv, cmi, scale, groups } = calibration;
  const weight = (of: Decimal | undefined): string | null => (of ? writtenWeight(of, digits) : null);
  return `${JSON.stringify(
    {
      schemaVersion: 1,
      answer: { zh: sentence(report, 'zh'), en: sentence(report, 'en') },
      ...{ catalogue, self_tested: selfTested, files: files.map(({ name, sha256 }) => ({ name, sha256 })), hospitals },
      stays: { read, used, kept, left_out: left },
      ...{ trim, years: years ? years.years.map((year, i) => ({ year, share: years.shares[i]! })) : null },
      ...{
        mean_cost: fixed(meanCost.div(100), 2),
        riv: fixed(riv, 4),
        cmi: fixed(cmi, 6),
        printed_cmi: fixed(writtenCmi(groups, digits), 6),
      },
      scale: { previous: fixed(scale.previous, 4), reference: fixed(scale.reference, 4) },
      quality: {
        ...{ listed: quality.listed, with_cases: quality.withCases, stable: quality.stable, cv_above_1: quality.spreadWide },
        ...{ weighted: quality.weighted, sources: quality.sources, lent: quality.lent, trimmed: quality.trimmed },
      },
      cautions: quality.cautions,
      rate: rate
        ? {
            fund: fixed(rate.fund, 2),
            share: rate.share?.toFixed() ?? null,
            total: fixed(rate.total, 2),
            weight: fixed(rate.weight, 4),
            rate: fixed(rate.rate, 2),
          }
        : null,
      groups: groups.map(group => ({
        ...{ drg: group.drg, weight: weight(group.weight), source: group.source, from: group.from ?? null },
        ...{ computed: weight(group.computed), previous: group.previous?.toFixed() ?? null, stable: group.stable },
        ...{ cases: group.cases, kept: group.kept, low: group.low, high: group.high, cv: fixed(group.cv, 4) },
        ...{ mean_cost: fixed(group.meanCost?.div(100), 2), mean_days: fixed(group.meanDays, 2) },
      })),
    },
    null,
    2,
  )}\n`;
}

const fixed = (of: Decimal | undefined, digits: number): string | null => of?.toFixed(digits, Decimal.ROUND_HALF_UP) ?? null;
