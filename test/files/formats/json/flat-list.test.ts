import { describe, expect, it } from 'vitest';
import { recordsOf } from './sheets.ts';

const flat = (list: unknown) => recordsOf([{ id: 'x', ...(list as object) }])[0];

describe('a settlement list as flat cells', () => {
  it('is what a person would write down', () => {
    const list = {
      setlinfo: { setl_id: '330100G0000012345678', mdtrt_id: 33010000000012345678n, psn_name: '张三', age: 61, vent_used_dura: '1/13/24' },
      payinfo: [
        { fund_pay_type: '310100', fund_payamt: 5000.5 },
        { fund_pay_type: '330100', fund_payamt: '100.25' },
        { fund_pay_type: '310100', fund_payamt: 0.1 },
      ],
      opspdiseinfo: [],
      diseinfo: [
        { diag_type: '1', diag_code: 'E11.900', diag_name: '2型糖尿病', adm_cond_type: '1', maindiag_flag: '0' },
        { diag_type: '1', diag_code: 'I10.x00', diag_name: '原发性|高血压', adm_cond_type: '', maindiag_flag: '1' },
      ],
      iteminfo: [
        { med_chrgitm: '01', amt: 0.1, fulamt_ownpay_amt: 0 },
        { med_chrgitm: '9', amt: '1,200.20', fulamt_ownpay_amt: '20.00' },
        { med_chrgitm: '01', amt: '0.20', fulamt_ownpay_amt: '' },
      ],
      oprninfo: [
        { oprn_oprt_type: '2', oprn_oprt_code: '38.9300', oprn_oprt_date: '2025-01-03' },
        { oprn_oprt_type: '1', oprn_oprt_code: '47.0100', oprn_oprt_date: '2025-01-02', anst_way: '1' },
      ],
      icuinfo: [
        { scs_cutd_ward_type: '1', scs_cutd_sum_dura: '1/13/24' },
        { scs_cutd_ward_type: '2', scs_cutd_sum_dura: '0/11/36' },
      ],
    };
    const text = JSON.stringify(list, (_, value) => (typeof value === 'bigint' ? `big${value}` : value)).replace(/"big(\d+)"/, '$1');
    expect(recordsOf(text)).toEqual([
      {
        'payinfo.310100': '5000.60',
        'payinfo.330100': '100.25',
        // the principal first, every field in its order; a bar inside a name would part it
        'diseinfo.diag_code': 'I10.x00|E11.900',
        'diseinfo.diag_name': '原发性/高血压|2型糖尿病',
        'diseinfo.adm_cond_type': '|1',
        'iteminfo.01.amt': '0.30',
        'iteminfo.09.amt': '1200.20',
        // 0.10 + 1200.20 + 0.20
        'iteminfo.amt': '1200.50',
        'iteminfo.fulamt_ownpay_amt': '20.00',
        'oprninfo.oprn_oprt_code': '47.0100|38.9300',
        'oprninfo.oprn_oprt_date': '2025-01-02|2025-01-03',
        'oprninfo.anst_way': '1|',
        // 37 h 24 min + 11 h 36 min = 49 h
        'icuinfo.hours': '2/1/0',
        'icuinfo.scs_cutd_ward_type': '1|2',
        'icuinfo.scs_cutd_sum_dura': '1/13/24|0/11/36',
        setl_id: '330100G0000012345678',
        mdtrt_id: '33010000000012345678',
        psn_name: '张三',
        age: '61',
        vent_used_dura: '1/13/24',
      },
    ]);
  });

  it.each([
    {
      title: 'an unknown node of many entries',
      list: {
        fees: [
          { code: 'a', n: 1 },
          { code: 'b', at: { day: '2' } },
        ],
      },
      cells: { 'fees.code': 'a|b', 'fees.n': '1|', 'fees.at.day': '|2' },
    },
    {
      title: 'an unknown object',
      list: { base: { psn_name: '张三', deep: { er: 1 } } },
      cells: { 'base.psn_name': '张三', 'base.deep.er': '1' },
    },
    { title: 'a list of codes', list: { dx: ['I10.x00', 'E11|900'] }, cells: { dx: 'I10.x00|E11/900' } },
    { title: 'codes that are joined already', list: { dx: 'I10.x00|E11.900' }, cells: { dx: 'I10.x00|E11.900' } },
    {
      title: 'a node of one entry without its array',
      list: { diseinfo: { diag_code: 'I10.x00' } },
      cells: { 'diseinfo.diag_code': 'I10.x00' },
    },
    { title: 'names in capitals', list: { DISEINFO: [{ DIAG_CODE: 'I10.x00' }] }, cells: { 'diseinfo.diag_code': 'I10.x00' } },
    {
      title: 'blood',
      list: {
        bldinfo: [
          { bld_cat: '1', bld_amt: 2 },
          { bld_cat: '3', bld_amt: 1 },
        ],
      },
      cells: { 'bldinfo.bld_cat': '1|3', 'bldinfo.bld_amt': '2|1' },
    },
    {
      title: 'a settlement result',
      list: { setlinfo: { setl_id: '7' }, setldetail: [{ fund_pay_type: '390200', fund_payamt: 12.5 }] },
      cells: { setl_id: '7', 'setldetail.390200': '12.5' },
    },
    {
      title: 'money of no kind',
      list: { payinfo: [{ fund_payamt: 1.5 }, { fund_pay_type: '-', fund_payamt: '2' }] },
      cells: { 'payinfo.fund_payamt': '3.50' },
    },
    ...[
      // as one of them alone is read
      ['1E3', '5', '1005.00'],
      ['12元', '0.10', '12.10'],
      ['-0.1', '0.20', '0.10'],
      ['1.500', '1', '2.50'],
      // 99,999,999.99 and one fen more
      ['99999999.99', '-0.99', '99999999.00'],
      ['100000000.00', '-1.00', '99999999.00'],
      // digits that no whole number of fen has, and more than a number holds
      ['1.234', '2.766', '4.00'],
      ['123456789012345678.91', '0.01', '123456789012345678.92'],
      // no sum: it is refused as it stands
      ['5', '五', '五'],
      ['12元', '1.234', '1.234'],
    ].map(([one, two, sum]) => ({
      title: `${one} and ${two} of one kind`,
      list: { payinfo: [{ fund_payamt: one }, { fund_payamt: two }] },
      cells: { 'payinfo.fund_payamt': sum },
    })),
    {
      title: 'what setlinfo says before what stands around it',
      list: { setl_id: '1', setlinfo: { setl_id: '2' } },
      cells: { setl_id: '2' },
    },
    { title: 'nothing', list: { diseinfo: [], iteminfo: null, icuinfo: [{}], payinfo: '' }, cells: {} },
  ])('$title', ({ list, cells }) => {
    expect(flat(list)).toEqual({ id: 'x', ...cells });
  });
});

describe('the principal diagnosis', () => {
  const codes = (...diseinfo: readonly Readonly<Record<string, string>>[]) => {
    const { id: _, ...record } = flat({ diseinfo }) as Readonly<Record<string, string>>;
    return Object.fromEntries(Object.entries(record).filter(([name]) => name.endsWith('diag_code')));
  };
  it.each([
    { title: 'is flagged', entries: [{ diag_code: 'B' }, { diag_code: 'A', maindiag_flag: '1' }], dx: 'A|B' },
    {
      title: 'of two that are flagged is the first',
      entries: [{ diag_code: 'C' }, { diag_code: 'A', maindiag_flag: '1' }, { diag_code: 'B', maindiag_flag: '1' }],
      dx: 'A|C|B',
    },
    {
      title: 'without a flag is the first of type 1',
      entries: [
        { diag_type: '2', diag_code: 'E11.900' },
        { diag_type: '1', diag_code: 'I10.x00' },
      ],
      dx: 'I10.x00|E11.900',
    },
    { title: 'without flag and type is the first', entries: [{ diag_code: 'A' }, { diag_code: 'B' }], dx: 'A|B' },
    {
      title: 'without a code keeps its place',
      entries: [{ diag_code: 'B' }, { diag_code: '', maindiag_flag: '1' }, { diag_code: '-' }],
      dx: '|B',
    },
  ])('$title', ({ entries, dx }) => {
    expect(codes(...entries)).toEqual({ 'diseinfo.diag_code': dx });
  });

  it('is never a Chinese one, in either list of words for the type', () => {
    const chinese = { diag_code: 'A01.01.01', maindiag_flag: '1' };
    const syndrome = { diag_code: 'BZFR01', maindiag_flag: '0' };
    const western = { diag_type: '1', diag_code: 'I10.x00', maindiag_flag: '1' };
    const split = { 'diseinfo.diag_code': 'I10.x00|E11.900', 'diseinfo.tcm.diag_code': 'A01.01.01|BZFR01' };
    const other = { diag_code: 'E11.900', maindiag_flag: '0' };
    // 2 and 3 are Chinese where 1 is Western; 3 and 4 where 2 is Western too
    expect([
      codes({ ...chinese, diag_type: '2' }, { ...syndrome, diag_type: '3' }, western, { ...other, diag_type: '1' }),
      codes({ ...chinese, diag_type: '3' }, { ...syndrome, diag_type: '4' }, western, { ...other, diag_type: '2' }),
    ]).toEqual([split, split]);
  });
});

describe('a diagnosis of type 2', () => {
  it.each([
    { code: 'I10.x00', western: true },
    { code: 'A15.000x001', western: true },
    { code: 'B20', western: true },
    { code: 'a01.0+', western: true },
    { code: 'M01.10*', western: true },
    { code: 'A04.01', western: false },
    { code: 'A04.01.01', western: false },
    { code: 'BNF010', western: false },
  ])('with the code $code', ({ code, western }) => {
    const record = flat({ diseinfo: [{ diag_type: '2', diag_code: code }] }) as Readonly<Record<string, string>>;
    expect([record['diseinfo.diag_code'], record['diseinfo.tcm.diag_code']]).toEqual(western ? [code, undefined] : [undefined, code]);
  });
});

describe('amounts of a node', () => {
  const sum = (...amounts: readonly (string | number)[]) =>
    (flat({ iteminfo: amounts.map(amt => ({ med_chrgitm: '14', amt })) }) as Readonly<Record<string, string>>)['iteminfo.14.amt'];
  it.each([
    { amounts: [0.1, 0.2], total: '0.30' },
    { amounts: ['99999999999.99', '0.01'], total: '100000000000.00' },
    { amounts: ['0.005', '0.005'], total: '0.01' },
    { amounts: ['-10', '￥1,010.50', '-', ''], total: '1000.50' },
    { amounts: ['12.30'], total: '12.30' },
    { amounts: ['1', 'abc'], total: 'abc' },
    { amounts: ['', '--'], total: undefined },
  ])('$amounts', ({ amounts, total }) => {
    expect(sum(...amounts)).toBe(total);
  });

  it('of a category that does not exist have their own column and are in the sum', () => {
    expect(
      flat({
        iteminfo: [
          { med_chrgitm: '99', amt: 1 },
          { med_chrgitm: '', amt: 2 },
        ],
      }),
    ).toEqual({
      id: 'x',
      'iteminfo.99.amt': '1',
      'iteminfo.amt': '3.00',
    });
  });
});

describe('hours of intensive care', () => {
  const hours = (...durations: readonly string[]) =>
    (flat({ icuinfo: durations.map(scs_cutd_sum_dura => ({ scs_cutd_sum_dura })) }) as Readonly<Record<string, string>>)['icuinfo.hours'];
  it.each([
    { durations: ['0/0/1', '0/23/59'], sum: '1/0/0' },
    { durations: ['1/13/24'], sum: '1/13/24' },
    { durations: ['37.5'], sum: '37.5' },
    { durations: ['12', '0/12/30'], sum: '1/0/30' },
    { durations: ['0/0/0', 'unknown'], sum: 'unknown' },
    { durations: ['', '-'], sum: undefined },
  ])('$durations', ({ durations, sum }) => {
    expect(hours(...durations)).toBe(sum);
  });
});
