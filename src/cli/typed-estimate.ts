/** One case typed on the line for an estimate: what it is, what it cost, and who the patient is to the insurance. */
import type { EstimateOrder } from '../app/estimate-case.ts';
import { UserError } from '../errors.ts';
import { toFen } from '../money.ts';
import { flag, list, text, type Words } from './command.ts';
import { carePlaces, yearNames } from './estimate-options.ts';
import { typedCase } from './typed-case.ts';
import { wholeNumber } from './whole-number.ts';

export function typedEstimate(words: Words): EstimateOrder {
  const policies = list(words, 'policy');
  if (policies.length > 1) throw wrong('--policy', '估算只用一个政策', 'an estimate takes one policy');
  if (list(words, 'files').length > 0) throw wrong('--estimate', '估算不读文件', 'an estimate reads no file');
  const money = (name: string) => moneyOf(`--${name}`, text(words, name) ?? '0');
  const cost = text(words, 'cost');
  const insurance = text(words, 'insurance');
  if (cost === undefined) throw wrong('--cost', '估算要有总费用', 'an estimate needs the total cost');
  if (insurance === undefined) throw wrong('--insurance', '估算要有险种，如 310', 'an estimate needs the insurance, such as 310');
  const admissions = text(words, 'admission') === undefined ? 1 : wholeNumber(words, 'admission', { from: 1, to: 400 });
  return {
    one: typedCase(words),
    policy: policies[0] ?? '',
    ...{ benefit: text(words, 'benefit'), catalogue: text(words, 'catalogue'), insurance, level: text(words, 'level') },
    ...{
      hospital: text(words, 'hospital') ?? '',
      department: text(words, 'department') ?? '',
      dischargeWay: text(words, 'discharge-way') ?? '',
    },
    days: text(words, 'days') === undefined ? undefined : wholeNumber(words, 'days', { from: 0, to: 20_000 }),
    retired: flag(words, 'retired'),
    place: carePlaces.find(place => place === text(words, 'place')) ?? 'local',
    aid: text(words, 'aid'),
    charges: {
      cost: moneyOf('--cost', cost),
      ...{ ownPay: money('own-pay'), overLimit: money('over-limit'), preSelfpay: money('pre-selfpay') },
      ...{ civilServant: money('civil-servant'), otherFund: money('other-fund'), hospital: money('hospital-part') },
    },
    classes: pairsOf(words, 'class'),
    soFar: { admissions: admissions - 1, ...yearSoFar(words) },
  };
}

function yearSoFar(words: Words): Omit<EstimateOrder['soFar'], 'admissions'> {
  const used = new Map(pairsOf(words, 'paid-so-far').map(({ name, amount }) => [name, amount]));
  const odd = [...used.keys()].find(name => !yearNames.some(known => known === name));
  if (odd !== undefined) {
    const known = yearNames.join(', ');
    throw wrong('--paid-so-far', `没有“${odd}”这一项，可用：${known}`, `there is no "${odd}"; known: ${known}`);
  }
  const of = (name: (typeof yearNames)[number]) => used.get(name) ?? 0;
  return { pool: of('pool'), outOfPocket: of('out_of_pocket'), aboveCap: of('above_cap'), beyond: of('beyond'), aid: of('aid') };
}

/** `乙类=5000,特殊材料=8000`, or the option several times. */
const pairsOf = (words: Words, option: string): EstimateOrder['classes'] =>
  list(words, option).flatMap(given =>
    given.split(/[,，]/).map(pair => {
      const [name = '', amount, ...more] = pair.split('=');
      if (amount === undefined || more.length > 0)
        throw wrong(`--${option}`, `写成 名称=金额，现在是 "${pair}"`, `takes name=amount, not "${pair}"`);
      return { name: name.trim(), amount: moneyOf(`--${option}`, amount) };
    }),
  );

function moneyOf(option: string, given: string): number {
  if (/^\d{1,10}(\.\d{1,2})?$/.test(given.trim())) return toFen(given.trim());
  throw wrong(
    option,
    `应为以元计的金额，最多两位小数，现在是 "${given}"`,
    `takes an amount in yuan with at most two decimals, not "${given}"`,
  );
}

const wrong = (option: string, zh: string, en: string) =>
  new UserError(
    'USAGE',
    { zh: `${option}：${zh}`, en: `${option}: ${en}` },
    {
      hint: {
        zh: '例：casemix settle --estimate --policy wuhan-2024-illustrative --benefit shangluo-illustrative --dx I63.900 --sex 1 --age 70 --cost 30000 --insurance 310 --level 三级',
        en: 'E.g. casemix settle --estimate --policy wuhan-2024-illustrative --benefit shangluo-illustrative --dx I63.900 --sex 1 --age 70 --cost 30000 --insurance 310 --level 三级',
      },
    },
  );
