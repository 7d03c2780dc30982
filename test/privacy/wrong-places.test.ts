import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { person } from './canaries.ts';
import { casemix, csv, extract, frontPage, openDrg, persons, type Row } from './papers.ts';
import { filesIn, ran, workplace } from './running.ts';
import { inTexts, shown } from './searching.ts';

const one = person(41);
const secrets = [one.name, one.latin, one.certificate, one.mobile, one.record, one.settlement, one.address, `${one.name} ${one.mobile}`];

async function everything(name: string, bytes: string | Uint8Array, own?: string) {
  const { input, output } = workplace();
  const path = input(name, bytes);
  const files = ['W.casemix', 'rejects.csv', 'findings.csv'].map(file => join(output, file)) as [string, string, string];
  const said = {
    load: await ran(['load', path, '--mapping', '--save', files[0], '--rejects', files[1], '--findings', files[2]]),
    json: await ran(['load', path, '--format', 'json', '--lang', 'en']),
    csv: await ran(['load', path, '--format', 'csv']),
  };
  // the file's own id column passes through to whoever mends a refused row, and nothing else
  if (own) writeFileSync(files[1], readFileSync(files[1], 'utf8').replace(new RegExp(`^(\\ufeff?)${own}(?=,)`, 'gm'), '$1'));
  return { said, output, found: shown(said, output) };
}

/** Rows of the table whose cells have moved by one to the right from every place, a secret in the place that opened. */
const moved = (table: readonly Row[], { cut }: { readonly cut: boolean }): string => {
  const [header = '', first = ''] = csv(table).split('\r\n');
  const cells = first.split(',');
  const rows = secrets.flatMap(secret => cells.map((_, i) => cells.toSpliced(i, 0, secret).slice(0, cut ? cells.length : undefined)));
  return [header, ...rows.map(row => row.join(',')), first, ''].join('\r\n');
};

describe('a person in a place that is for something else', () => {
  it.each([
    ['casemix', casemix],
    ['front page', frontPage],
    ['opendrg', openDrg],
    ['extract', extract],
  ])('rows of %s with a cell too many', async (_, table) => {
    const { said, found } = await everything('moved.csv', moved(table, { cut: false }));
    const [read] = JSON.parse(said.json.out).files;
    expect([read.loaded, read.refused]).toEqual([1, secrets.length * Object.keys(table[0]!).length]);
    expect(found).toEqual([]);
  });

  // a cell of codes, of an amount, of a date, of a number, of a sex or of a mark; free words (department, hospital) are what they say
  const places = [
    'dx',
    'px',
    'total',
    'fund',
    'cash',
    'admitted',
    'discharged',
    'settled',
    'sex',
    'age',
    'days',
    'icu_hours',
    'day_surgery',
    'refunded',
  ];
  it.each(places)('a cell of %s', async place => {
    const row = { ...casemix[0]!, [place]: '' };
    const table = [casemix[0]!, ...secrets.map((secret, i) => ({ ...row, stay_id: `A${i}`, [place]: secret }))];
    const columns = Object.keys(row);
    const { found, said } = await everything(
      'cell.csv',
      csv(table.map(cells => Object.fromEntries(columns.map(name => [name, (cells as Row)[name] ?? ''])))),
    );
    expect([said.load.status, found]).toEqual([0, []]);
  });

  it('a title, a footer, the header itself, and notes below', async () => {
    const text = [
      `制表人：${one.name}  电话：${one.mobile}`,
      csv(openDrg).trimEnd(),
      `合计,${one.name},,,,,,,,,,,,,100.00`,
      `制表人：${one.name}`,
      `审核：${one.doctor},${one.mobile}`,
      '',
    ].join('\r\n');
    const { said, found } = await everything('titles.csv', text, persons.at(-1)!.record);
    expect([JSON.parse(said.json.out).files[0].loaded, found]).toEqual([2, []]);
  });

  it('numbers in words that are kept', async () => {
    const table = casemix.map(row => ({ ...row, department: `内科${one.mobile}`, discharge_way: one.certificate, insurance: one.mobile }));
    expect((await everything('words.csv', csv(table), persons.at(-1)!.record)).found).toEqual([]);
  });
});

describe('a file that is refused says nothing of whom it is about', () => {
  const rows = csv(openDrg).split('\r\n').slice(1).join('\r\n');
  const bad = Buffer.concat([
    Buffer.from(`病案号,性别,年龄,诊断编码,手术操作编码\n${one.name},`),
    Buffer.from([0xff, 0xff]),
    Buffer.from(`,${one.mobile}\n`),
  ]);
  it.each<[string, string | Uint8Array]>([
    ['no header at all', rows],
    ['a header that means nothing', `甲,乙,丙\n${one.name},${one.mobile},${one.certificate}\n`],
    ['a person for a header', `${one.name},${one.mobile},${one.certificate},${one.record}\n1,2,3,4\n`],
    ['bytes of no encoding', bad],
    ['every row refused', csv([openDrg[2]!])],
    ['broken JSON', `{"setlinfo": {"psn_name": "${one.name}", "certno": "${one.certificate}`],
    ['JSON of something else', JSON.stringify([{ 姓名: one.name, 电话: one.mobile }])],
    ['a broken archive', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from(one.name.repeat(20)), Buffer.from(one.mobile)])],
    ['a broken packed text', Buffer.concat([gzipSync(one.name.repeat(100)).subarray(0, 30), Buffer.from(one.mobile)])],
    ['a column twice', `stay_id,dx,dx,total\n${one.record},I10,${one.name},5\n`],
    ['a page that is none', `<html><body>${one.name}${one.mobile}</body></html>`],
  ])('%s', async (_, bytes) => {
    const { input } = workplace();
    const path = input('refused.dat', bytes);
    const said = Object.fromEntries(
      await Promise.all(
        [
          ['load', path],
          ['load', path, '--lang', 'en', '--format', 'json'],
          ['group', path],
          ['profile', 'try', path],
        ].map(async words => [words.filter(word => word !== path).join(' '), await ran(words)] as const),
      ),
    );
    expect([said.load!.status === 0, inTexts(said)]).toEqual([false, []]);
  });
});

it('a name of a column that nothing reads is shown only as far as it is a name', async () => {
  const header = `stay_id,dx,total,${one.mobile},${one.certificate},备注${one.record}`;
  const { said } = await everything('columns.csv', `${header}\nA1,I10.x00,5,x,y,z\n`);
  expect(inTexts(said, ['9008172'])).toEqual([]);
});

it('files are for their owner alone, and the way back to the chart lies beside the key when it is asked for', async () => {
  const { input, output } = workplace();
  const home = join(output, 'home');
  mkdirSync(home);
  const before = process.env.XDG_DATA_HOME;
  process.env.XDG_DATA_HOME = home;
  try {
    const path = input('own.csv', csv(casemix));
    writeFileSync(join(output, 'note'), '');
    await ran(['load', path, '--save', join(output, 'W.casemix')]);
    const without = filesIn(home).map(({ name }) => name);
    const said = await ran(['load', path, '--ids-map']);
    const found = filesIn(home);
    expect([without, found.map(({ name }) => name)]).toEqual([['casemix/patient.key'], ['casemix/ids.map', 'casemix/patient.key']]);
    expect(new TextDecoder().decode(found[0]!.bytes)).toBe(
      'stay_id\tfile\trow\tid\n' +
        casemix
          .slice(0, 2)
          .map((row, i) => `S000000${i + 1}\town.csv\t${i + 2}\t${row.stay_id}\n`)
          .join(''),
    );
    expect([...found, ...filesIn(output).filter(({ name }) => name === 'W.casemix')].map(({ mode }) => mode)).toEqual([
      0o600, 0o600, 0o600,
    ]);
    expect(inTexts({ said })).toEqual([]);
  } finally {
    process.env.XDG_DATA_HOME = before;
  }
});
