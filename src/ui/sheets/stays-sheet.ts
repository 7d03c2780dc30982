/** All stays of the load as columns, priced by the scenario looked at. */
import type { Desk, Run } from '../../app/desk.ts';
import { Decimal } from '../../money.ts';
import { bands } from '../../payment/settlement.ts';
import { signed, yuan } from '../../report/format.ts';
import { minus } from '../../report/shown-money.ts';
import { MISSING, stayId, type WordField } from '../../stay/stay-table.ts';
import { type Column, numberColumn, type Sheet, type Words, wordColumn } from '../sheet.ts';
import { toneOf } from '../theme.ts';
import type { Say, Word } from '../words.ts';

const missing = Number.NaN;

export function staysSheet({ stays, nameOf }: Desk, { settlement, grouping }: Run, say: Say): Sheet {
  const money = (key: string & Word, width: number, column: Float64Array | undefined): Column =>
    numberColumn({ key, title: say(key), width, value: row => column?.[row] ?? missing, text: row => yuan(column?.[row] ?? missing) });
  const whole = (key: string & Word, width: number, column: Int32Array): Column =>
    numberColumn({ key, title: say(key), width, value: row => known(column[row]), text: row => wholeText(column[row]) });
  const dictionary = (key: WordField & Word, width: number): Column => {
    const { codes, words } = stays.words[key] ?? { codes: new Uint32Array(0), words: [''] };
    return wordColumn({
      key,
      title: say(key),
      width,
      words: { count: words.length, word: code => words[code] ?? '', codeOf: row => codes[row] ?? 0 },
    });
  };
  const priceOf = (row: number) => settlement.prices[settlement.price[row] ?? -1];
  const perPrice = settlement.prices.map(({ weight, benchmark }) => ({ weight: weight.toNumber(), benchmark: benchmark.toNumber() }));
  const ratioOf = (row: number) => {
    const price = perPrice[settlement.price[row] ?? -1];
    return price && price.benchmark > 0 ? (stays.money.total?.[row] ?? missing) / price.benchmark : missing;
  };

  return {
    count: stays.count,
    columns: [
      { key: 'stay', title: say('stay'), width: 8, align: 'left', fixed: true, text: stayId, value: row => row },
      wordColumn({ key: 'sex', title: say('sex'), width: say('sex') === 'Sex' ? 6 : 4, words: sexWords(stays.sex, say) }),
      numberColumn({
        key: 'age',
        title: say('age'),
        width: 4,
        // A newborn of 3 days sorts before a child of one year.
        value: row => (stays.age[row] === MISSING ? missing : stays.age[row]! + Math.max(0, stays.ageDays[row] ?? 0) / 366),
        text: row =>
          stays.age[row] === 0 && stays.ageDays[row]! >= 0 ? say('ageDaysShort', { n: stays.ageDays[row]! }) : wholeText(stays.age[row]),
      }),
      dictionary('department', 10),
      dictionary('doctor', 6),
      whole('days', 6, stays.days),
      money('total', 11, stays.money.total),
      wordColumn({ key: 'drg', title: say('drg'), width: 5, words: groupWords(grouping) }),
      numberColumn({
        key: 'weight',
        title: say('weight'),
        width: 7,
        value: row => perPrice[settlement.price[row] ?? -1]?.weight ?? missing,
        text: row => priceOf(row)?.weight.toString() ?? '–',
      }),
      numberColumn({
        key: 'standard',
        title: say('standard'),
        width: 11,
        value: row => priceOf(row)?.standard ?? missing,
        text: row => yuan(priceOf(row)?.standard ?? missing),
      }),
      numberColumn({
        key: 'ratio',
        title: say('ratio'),
        width: 6,
        value: ratioOf,
        text: row => ratioText(stays.money.total?.[row], priceOf(row)?.benchmark),
      }),
      wordColumn({ key: 'band', title: say('band'), width: 8, words: bandWords(settlement.band, say) }),
      money('payment', 11, settlement.payment),
      numberColumn({
        key: 'margin',
        title: say('margin'),
        width: 12,
        value: row => settlement.margin[row]!,
        text: row => minus(signed(yuan(settlement.margin[row]!))),
        tone: row => toneOf(settlement.margin[row]!),
      }),
      wordColumn({ key: 'diagnosis', title: say('diagnosis'), width: 24, grows: true, words: diagnosisWords(stays.dx, nameOf) }),
    ],
    idBegins: text => idRange(text, stays.count),
  };
}

const known = (value: number | undefined): number => (value === undefined || value === MISSING ? missing : value);
const wholeText = (value: number | undefined): string => (value === undefined || value === MISSING ? '–' : String(value));

function ratioText(cost: number | undefined, benchmark: Decimal | undefined): string {
  if (cost === undefined || Number.isNaN(cost) || !benchmark?.greaterThan(0)) return '–';
  return new Decimal(cost).div(100).div(benchmark).toFixed(2, Decimal.ROUND_HALF_UP);
}

const sexWords = (sex: Uint8Array, say: Say): Words => {
  const words = ['', say('male'), say('female')];
  return { count: 3, word: code => words[code] ?? '', codeOf: row => sex[row] ?? 0 };
};

const bandWords = (band: Uint8Array, say: Say): Words => ({
  count: bands.length,
  word: code => say(`band_${bands[code] ?? 'out'}`),
  codeOf: row => band[row] ?? 0,
});

const diagnosisWords = ({ offsets, codes, words }: Desk['stays']['dx'], nameOf: (code: string) => string): Words => ({
  count: words.length + 1,
  word: code => (code === words.length ? '' : `${words[code]} ${nameOf(words[code] ?? '')}`),
  codeOf: row => (offsets[row]! < offsets[row + 1]! ? codes[offsets[row]!]! : words.length),
});

/** A method without groups has one empty word. */
function groupWords(grouping: Run['grouping']): Words {
  if (!grouping) return { count: 1, word: () => '', codeOf: () => 0 };
  const { groups, columns } = grouping;
  return {
    count: groups.length,
    word: code => groups[code]?.drg ?? '',
    searched: code => `${groups[code]?.drg} ${groups[code]?.name}`,
    codeOf: row => columns.group[row] ?? 0,
  };
}

/** `s00041` are the rows S0004100 to S0004199: an id is made from the row, so no id needs to be written to be found. */
function idRange(text: string, count: number): readonly [number, number] | undefined {
  const digits = /^s(\d{1,7})$/i.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const step = 10 ** (7 - digits.length);
  const first = Number(digits) * step - 1;
  return [first, Math.min(count - 1, first + step - 1)];
}
