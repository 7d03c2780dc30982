import { describe, expect, it } from 'vitest';
import { namesPerson, namesStaff } from '../../src/files/identifiers.ts';
import { readProfile } from '../../src/files/profile.ts';
import { readStays } from '../../src/files/read-stays.ts';
import { NO_DATE, wordAt } from '../../src/stay/stay-table.ts';
import { codesOf, fileOf, load, moneyOf, profiles, wordsOf } from './loading.ts';

/** A file of one row, from its columns by name. */
const oneRow = (cells: Readonly<Record<string, string>>): string =>
  `${Object.keys(cells).join(',')}\n${Object.values(cells)
    .map(cell => (cell.includes(',') ? `"${cell}"` : cell))
    .join(',')}\n`;

const profileOf = (text: string): string => load(text).table.files[0]!.profile;

/** What was read, by column; amounts in fen. */
function read(text: string, options: Parameters<typeof load>[1] = {}) {
  const { rows, rowFindings } = load(text, options);
  const money = Object.fromEntries(Object.keys(rows.money).map(field => [field, moneyOf(rows, field as 'total')[0]]));
  const words = Object.fromEntries(Object.keys(rows.words).map(field => [field, wordsOf(rows, field as 'department')[0]]));
  const { sex, age, ageDays, birthWeight, days, admitted, discharged, daySurgery, readmitPlanned, icuHours, ventHours } = rows;
  return {
    profile: rows.files[0]!.profile,
    words,
    money,
    numbers: [sex, age, ageDays, birthWeight, days, admitted, discharged].map(column => column?.[0]),
    marks: [daySurgery, readmitPlanned, icuHours, ventHours].map(column => column?.[0]),
    codes: [codesOf(rows, 'dx', 0), codesOf(rows, 'px', 0)],
    counts: rowFindings.counts,
  };
}

// 2025-03-01 is day 20 148: 2025-01-31 (20 119) + 29
describe('the front page', () => {
  const page = {
    a48: '000123',
    A49: '2',
    A46C: '1',
    A12C: '2',
    A14: '0',
    A16: '9',
    A17: '3100',
    A18x01: '3000',
    B12: '2025-03-01 08:00:00',
    B15: '2025/3/5',
    B16C: '新生儿科',
    B20: '4',
    B34C: '1',
    B36C: '2',
    B38: '2',
    C03C: 'P07.100',
    C06X01C: '-',
    C06x02C: 'p59.900',
    C14x01C: '99.8300',
    C16x01: '2025-03-02',
    C35x01C: '96.7101',
    C37x01: '2025-03-03',
    C47: '12',
    D01: '1,000.00',
    D13: '100',
    D16: '50.5',
    D17: '20',
    D18: '30',
    D31: '1',
    D32: '2',
    D33: '4',
  };

  it('is read by its codes in any case; a category of several items is their sum', () => {
    expect(read(oneRow(page))).toEqual({
      profile: 'hqms',
      words: { insurance: '310', discharge_way: '1', department: '新生儿科' },
      // 20 + 30 and 1 + 2 + 4 yuan
      money: { total: 100_000, nursing: 10_000, laboratory: 5_050, examination: 5_000, materials: 700 },
      numbers: [2, 0, 9, 3000, 4, 20_148, 20_152],
      marks: [0, 1, undefined, 12],
      codes: [
        ['P07.100', 'P59.900'],
        ['99.8300', '96.7101'],
      ],
      counts: {},
    });
  });

  it('is read by its Chinese names', () => {
    const chinese = {
      病案号: '000123',
      住院次数: '2',
      医疗付费方式: '城镇职工基本医疗保险',
      性别: '女',
      '年龄（岁）': '60',
      出院科别: '内科',
      主要诊断编码: 'I10.x00',
      其他诊断编码1: 'E11.900',
      '总费用（元）': '12.50',
      检查用一次性医用材料费: '1.00',
      手术用一次性医用材料费: '2.00',
    };
    const { profile, words, money, codes } = read(oneRow(chinese));
    expect({ profile, words, money, codes }).toEqual({
      profile: 'hqms',
      words: { insurance: '310', department: '内科' },
      money: { total: 1_250, materials: 300 },
      codes: [['I10.x00', 'E11.900'], []],
    });
  });

  it('counts a readmission as another stay of the same patient', () => {
    const text = `A48,A49,C03C,D01\n1,1,I10,5\n1,2,I10,5\n1,2,I10,5\n`;
    const { rows, findings } = load(text, { keyOf: number => `<${number}>`, keys: true });
    expect([rows.settlementKey?.words, rows.patientKey?.words, findings.counts]).toEqual([
      ['', '<1|1>', '<1|2>'],
      ['', '<1>'],
      { duplicate_same: 1 },
    ]);
  });

  const items = Array.from({ length: 24 }, (_, i) => `D${11 + i}`);
  const charged = (total: string, amounts: readonly string[]) =>
    read(`A48,A49,C03C,D01,${items.join(',')}\n1,1,I10,${total},${amounts.join(',')}\n`).counts;
  const blank = items.map(() => '');

  // 24 items of 1.50 are 36.00
  it.each([
    ['36.00', items.map(() => '1.50'), {}],
    ['36.01', items.map(() => '1.50'), { charges_differ: 1 }],
    ['3.00', blank.with(0, '1').with(23, '2.00'), {}],
    ['3.00', blank.with(0, '1').with(23, '-'), { charges_differ: 1 }],
    ['3.00', blank, {}],
    ['', blank.with(0, '1'), { total_missing: 1 }],
    ['0', blank.with(0, '0'), {}],
  ] as const)('its total %s and its items', (total, amounts, counts) => {
    expect(charged(total, amounts)).toEqual(counts);
  });

  it('asks for the sum only where it has all of the items', () => {
    expect(read('A48,A49,C03C,D01,D11,D12\n1,1,I10,5,1,1\n').counts).toEqual({});
  });

  // admitted on the 1st, discharged on the 5th
  it.each([
    ['2025-03-01', {}],
    ['20250305', {}],
    ['2025-02-28', { px_date_outside: 1 }],
    ['2025-03-06 00:10:00', { px_date_outside: 1 }],
    ['-', { px_date_missing: 1 }],
    ['', { px_date_missing: 1 }],
    ['bald', { px_date_missing: 1 }],
  ])('a procedure of %s', (date, counts) => {
    const dated = (code: string) =>
      read(`A48,A49,C03C,B12,B15,C14x01C,C16x01,C35x01C,C37x01\n1,1,I10,2025-03-01,2025-03-05,47.0100,2025-03-02,${code},${date}\n`).counts;
    // without a code there is nothing to date
    expect([dated('45.2300'), dated('-')]).toEqual([counts, {}]);
  });

  it('says nothing of dates outside when a date of the stay is missing', () => {
    expect(read('A48,A49,C03C,B12,B15,C14x01C,C16x01\n1,1,I10,2025-03-01,,47.0100,2030-01-01\n').counts).toEqual({});
  });
});

describe('the settlement extract', () => {
  const bill = {
    setl_id: '42000000000000000001',
    mdtrt_id: 'V1',
    psn_no: 'P1',
    psn_name: '张三',
    certno: '420106197001011234',
    insutype: '310',
    psn_type: '11',
    med_type: '21',
    gend: '1',
    age: '60.5',
    begndate: '2025-03-01',
    enddate: '2025-03-05',
    setl_time: '2025-03-06 10:00:00',
    medfee_sumamt: '100.00',
    hifp_pay: '50',
    hifes_pay: '1',
    hifmi_pay: '2',
    hifob_pay: '3',
    cvlserv_pay: '4',
    maf_pay: '5',
    acct_pay: '6',
    hosp_part_amt: '7',
    fulamt_ownpay_amt: '8',
    preselfpay_amt: '9',
    inscp_scp_amt: '70',
    act_pay_dedc: '20',
    refd_setl_flag: '0',
    vali_flag: '1',
  };

  it.each([
    ['psn_cash_pay', 'oth_pay', 'overlmt_selfpay'],
    ['cash_payamt', 'othfund_pay', 'overlmt_selfpay_amt'],
    ['psn_cashpay', 'oth_pay', 'overlmt_selfpay'],
  ])('is read under the names %s, %s, %s', (cash, other, over) => {
    // 50 + 1 + 2 + 3 + 4 + 5 + (10 + 0.5) + 6 + 11.5 + 7 = 100; 8 + 13 + 9 + 70 = 100
    const { profile, words, money, numbers, codes, counts } = read(
      oneRow({ ...bill, [cash]: '11.5', [other]: '10', hifdm_pay: '.5', [over]: '13' }),
    );
    expect({ profile, words, money, numbers, codes, counts }).toEqual({
      profile: 'setl-extract',
      words: { insurance: '310', patient_category: '11', visit_type: '21' },
      money: {
        total: 10_000,
        own_pay: 800,
        over_limit: 1_300,
        pre_selfpay: 900,
        in_scope: 7_000,
        deductible: 2_000,
        fund: 5_000,
        serious_illness: 200,
        large_amount: 300,
        civil_servant: 400,
        enterprise: 100,
        medical_aid: 500,
        other_fund: 1_050,
        account: 600,
        cash: 1_150,
        hospital_part: 700,
      },
      numbers: [1, 60, -1, -1, 4, 20_148, 20_152],
      codes: [[], []],
      counts: {},
    });
  });

  it('refuses a settlement that does not stand', () => {
    const text = 'setl_id,medfee_sumamt,hifp_pay,vali_flag\nS1,5,5,1\nS2,5,5,0\nS3,5,5,\nS4,5,5,x\n';
    const { rows, rowFindings } = load(text);
    expect([moneyOf(rows, 'total').length, rowFindings.list.map(({ row, rule, effect }) => [row, rule, effect])]).toEqual([
      3,
      [[3, 'settlement_void', 'refused']],
    ]);
  });

  it.each([
    // a payer got something back; nobody is charged less than nothing
    ['S1,5,-1,6', 1, { amount_negative: 1 }],
    ['S1,-5,1,6', 0, { amount_negative: 1 }],
    // the whole bill is taken back
    ['S1,-5,-5,0', 1, {}],
    ['S1,-5,-5,', 1, {}],
    ['S1,-5,-5,1', 0, { amount_negative: 2 }],
  ])('%s: %d loaded', (row, count, counts) => {
    const { rows, rowFindings } = load(`setl_id,medfee_sumamt,hifp_pay,acct_pay\n${row}\n`);
    expect([rows.count, rowFindings.counts]).toEqual([count, counts]);
  });

  it('a row that is marked as refunded may hold anything below zero', () => {
    const { rows, rowFindings } = load('setl_id,medfee_sumamt,hifp_pay,refd_setl_flag\nS1,-5,1,1\n');
    expect([rows.count, rowFindings.counts]).toEqual([1, {}]);
  });
});

describe('numbers of visits and settlements', () => {
  const text = 'setl_id,mdtrt_id,psn_no,medfee_sumamt,hifp_pay\n0012,V9,P1,5,5\n13,"=""V9""",P1,5,5\n14,-,P2,5,5\n';

  it('are digests under a key', () => {
    const { rows } = load(text, { keyOf: number => `<${number}>`, keys: true });
    const of = (column: typeof rows.visitKey) => [0, 1, 2].map(row => wordAt(column, row));
    expect([of(rows.settlementKey), of(rows.visitKey), of(rows.patientKey)]).toEqual([
      ['<0012>', '<13>', '<14>'],
      ['<V9>', '<V9>', ''],
      ['<P1>', '<P1>', '<P2>'],
    ]);
  });

  it('are counted in order without one', () => {
    const { rows } = load(text, { keys: true });
    const of = (column: typeof rows.visitKey) => [0, 1, 2].map(row => wordAt(column, row));
    expect([of(rows.settlementKey), of(rows.visitKey)]).toEqual([
      ['1', '2', '3'],
      ['1', '1', ''],
    ]);
  });

  it('lose their control characters, and the row is said to have had them', () => {
    const { rows, rowFindings } = load('setl_id,medfee_sumamt,hifp_pay\nS\u00001,5,5\nS\u00072,5,5\n', {
      keyOf: number => `<${number}>`,
      keys: true,
    });
    expect([rows.settlementKey?.words, rowFindings.counts]).toEqual([['', '<S1>', '<S2>'], { control_characters: 2 }]);
  });

  it.each([
    ['mdtrt_id', 'S1,1.10E+17,P1,5,5'],
    ['psn_no', 'S1,V1,1.10E+17,5,5'],
    ['setl_id', '1.10E+17,V1,P1,5,5'],
  ])('that a spreadsheet has cut off refuse the row: %s', (column, row) => {
    const { rows, rowFindings } = load(`setl_id,mdtrt_id,psn_no,medfee_sumamt,hifp_pay\n${row}\n`, { keyOf: number => number, keys: true });
    expect([rows.count, rowFindings.list.map(({ rule, column: at, value }) => [rule, at, value])]).toEqual([
      0,
      [['id_scientific', column, '1***']],
    ]);
  });
});

describe('settlement lists', () => {
  const list = {
    setl_id: 'S1',
    mdtrt_id: 'V1',
    medcasno: '7',
    hi_type: '390',
    nwb_age: '9',
    nwb_adm_w: '2900',
    ipt_med_type: '2',
    adm_time: '2025-03-01 08:00:00',
    dscg_time: '2025-03-05 08:00:00',
    dscg_caty: '03.01',
    act_ipt_days: '4',
    dscg_way: '5',
    vent_used_dura: '0/12/30',
    days_rinp_flag_31: '1',
    'diseinfo.diag_code': 'P07.100|P59.900',
    'oprninfo.oprn_oprt_code': '99.8300|96.7101',
    'icuinfo.hours': '1/13/24',
  };

  it('4101 brings the person, the charges and who paid', () => {
    const { profile, words, money, numbers, marks, codes, counts } = read(
      oneRow({
        ...list,
        gend: '2',
        age: '0',
        'oprninfo.oprn_oprt_date': '2025-03-02|2025-03-06',
        'iteminfo.amt': '30',
        'iteminfo.01.amt': '10',
        'iteminfo.14.amt': '20',
        'payinfo.390100': '12',
        'payinfo.510100': '3',
        'payinfo.390200': '5',
        acct_pay: '4',
        psn_cashpay: '6',
      }),
    );
    expect({ profile, words, money, numbers, marks, codes, counts }).toEqual({
      profile: 'list-4101',
      words: { insurance: '390', discharge_way: '5', department: '03.01' },
      // 12 + 3 from the pools
      money: { total: 3_000, bed: 1_000, other_charge: 2_000, fund: 1_500, serious_illness: 500, account: 400, cash: 600 },
      numbers: [2, 0, 9, 2900, 4, 20_148, 20_152],
      // day surgery, no plan, 24 + 13 + 24/60 hours, 12.5 hours
      marks: [1, 0, 37.4, 12.5],
      codes: [
        ['P07.100', 'P59.900'],
        ['99.8300', '96.7101'],
      ],
      // the second procedure is dated a day behind the discharge
      counts: { px_date_outside: 1 },
    });
  });

  it('4101A has no amounts', () => {
    const { profile, money, counts } = read(oneRow({ ...list, psn_no: 'P1', 'oprninfo.oprn_oprt_begntime': '2025-03-02 09:00:00|' }));
    expect({ profile, money, counts }).toEqual({ profile: 'list-4101a', money: {}, counts: { px_date_missing: 1 } });
  });
});

describe('other layouts', () => {
  it("the insurer's own group, weight and payment", () => {
    const text = '结算流水号,医疗费总额,统筹基金支付,DRG编码,DRG权重,DRG支付金额\nS1,100,60,ES21,0.7800,"1,234.50"\nS2,100,60,--,,-3\n';
    const { rows, rowFindings } = load(text);
    const { drg, weight, payment } = rows.insurer!;
    expect([profileOf(text), drg?.words, weight?.words, payment, rowFindings.counts]).toEqual([
      'insurer-result',
      ['', 'ES21'],
      ['', '0.7800'],
      Float64Array.of(123_450, -300),
      { amount_negative: 1 },
    ]);
  });

  it('N041, with hours in columns of their own', () => {
    const page = 'BAH,ZYCS,XM,XB,NL,RYSJ,RYSJS,CYSJ,CYKB,JBDM,JBDM1,SSJCZBM1,SSJCZRQ1,ZFY,HLF,HCYYCLF,YYCLF,YLFKFS';
    const { profile, words, money, numbers, codes } = read(
      `${page}\n1,1,李四,1,60,20250301,08,20250305,内科,I10.X00,E11.9,47.0100,20250302,9.5,1,2,3,2\n`,
    );
    expect({ profile, words, money, numbers, codes }).toEqual({
      profile: 'n041',
      words: { insurance: '390', department: '内科' },
      money: { total: 950, nursing: 100, materials: 500 },
      numbers: [1, 60, -1, -1, 4, 20_148, 20_152],
      codes: [['I10.x00', 'E11.9'], ['47.0100']],
    });
  });

  it.each([
    ['setl_id,mdtrt_id,med_list_codg,med_list_name,med_chrgitm_type,cnt,pric,det_item_fee_sumamt,fee_ocur_time', 'charge-lines'],
    ['就诊ID,项目编码,项目名称,费用类别,数量,单价,金额,收费日期', 'charge-lines'],
    ['stay_id,charged,item_code,item_name,charge_category,quantity,price,amount,selfpay_share', 'casemix-charges'],
  ])('item lines: %s', (header, profile) => {
    const stays = 'stay_id,visit_id,dx\n1,1,I10\n';
    expect([profileOf(stays), profileOf(`${header}\n`)]).toEqual(['casemix', profile]);
  });

  it('every profile says how far it can be relied on', () => {
    const basis = Object.fromEntries(profiles.map(({ id, source }) => [id, source]));
    expect(basis).toEqual({
      casemix: 'official',
      'casemix-charges': 'official',
      cases: 'official',
      'charge-lines': 'assumption',
      common: 'assumption',
      hqms: 'restated',
      'insurer-result': 'assumption',
      'list-4101': 'restated',
      'list-4101a': 'restated',
      n041: 'assumption',
      'opendrg-web': 'restated',
      'setl-extract': 'restated',
    });
  });
});

describe('cells that a dictionary must not know', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s is a word like any other', word => {
    const text = `病案号,性别,年龄,医保类型,离院方式,诊断编码,手术操作编码\n1,${word},60,${word},${word},I10,\n`;
    const { words, numbers, counts } = read(text);
    expect([words, numbers[0], counts]).toEqual([{ insurance: word, discharge_way: word }, 0, { sex_invalid: 1 }]);
  });

  it.each(['constructor', '__proto__'])('a category called %s is none', word => {
    const lines = fileOf(`stay_id,item_code,charge_category,quantity,amount\n1,A,${word},1,5\n`, 'lines.csv');
    const { table, rowFindings } = readStays([fileOf('stay_id,dx,total\n1,I10,5\n'), lines], { profiles });
    expect([table.charges?.category, rowFindings.counts]).toEqual([Uint8Array.of(0), { charge_category_unknown: 1 }]);
  });
});

describe('forms that are told by the column', () => {
  it('a serial number is a date where the profile says so', () => {
    const own = (date: string) => [
      readProfile(
        `{id: x, title: x, match: [A], source: assumption, columns: {admitted: {from: [D], date: ${date}}}, lists: {dx: {from: [A]}}}`,
        'x',
      ),
    ];
    const of = (date: string) => {
      const { rows, rowFindings } = load('A,D\nI10,45688\nI10,20250131\nI10,2025-01-31\n', { profiles: own(date) });
      return [rows.admitted, rowFindings.counts];
    };
    expect([of('serial'), of('written')]).toEqual([
      [Int32Array.of(20_119, 20_119, 20_119), {}],
      [Int32Array.of(NO_DATE, 20_119, 20_119), { date_invalid: 1 }],
    ]);
  });

  it('years of age may have a decimal, days may not', () => {
    const { rows, rowFindings } = load('id,sex,age_years,los_days,dx\n1,1,0.5,3.5,I10\n2,1,60.9,3.0,I10\n');
    expect([rows.age, rows.days, rowFindings.counts]).toEqual([Int16Array.of(0, 60), Int32Array.of(-1, 3), { days_invalid: 1 }]);
  });
});

describe('columns that name a patient are never read', () => {
  const columns: Readonly<Record<string, string>> = {
    hqms: 'A11,A13,A20,A22,A23C,A24,A25C,A26,A27,A28C,A29,A30,A31C,A32,A33C,A34,A35,A47',
    'front page in Chinese':
      '姓名,出生日期,证件号码,健康卡号,出生地,籍贯,户口地址,现住址,电话,邮编,工作单位及地址,联系人姓名,联系人电话,单位邮政编码',
    setl: 'psn_name,certno,brdy,人员姓名,身份证号,证件号码',
    '4101': 'psn_name,brdy,certno,curr_addr,emp_name,emp_addr,emp_tel,poscode,coner_name,coner_addr,coner_tel,hi_no,setlinfo.psn_name',
    n041: 'XM,CSRQ,SFZH,JKKH,CSD,GG,HKDZ,XZZ,DH,GZDWJDZ,DWDH,LXRXM,GX,DZ,DH2,YB1',
    'item lines': '患者姓名,病人姓名,患者,身份证,手机号,医保卡号,社会保障号',
  };
  it.each(Object.entries(columns))('%s', (_, names) => {
    expect(names.split(',').filter(name => !namesPerson(name))).toEqual([]);
  });

  it('no column that a profile reads is taken for one', () => {
    const read_ = profiles.flatMap(({ columns: mapped, lists }) =>
      [...Object.values(mapped), ...Object.values(lists)].flatMap(source => source?.from ?? []),
    );
    expect(read_.filter(namesPerson)).toEqual([]);
  });
});

describe('columns that name doctors and nurses', () => {
  it.each(
    '主治医师,主诊医师姓名,科主任,责任护士,编码员,术者,chfpdr_name,chfpdr_code,oper_dr_name,oprninfo.anst_dr_name,medins_fill_psn,B22,B25,C18x01,C39x40,ZZYS,SZ1'.split(
      ',',
    ),
  )('%s is one', name => {
    expect([namesStaff(name), namesPerson(name)]).toEqual([true, false]);
  });
  it.each('医生科室,出院科室,术者科别,主任医师人数,B20,B30C,B33,C17x01,C38x01,department'.split(','))('%s is none', name => {
    expect(namesStaff(name)).toBe(false);
  });

  it('become numbers whatever the profile reads them for', () => {
    const hqms = profiles.find(({ id }) => id === 'hqms')!;
    const own = { ...hqms, columns: { ...hqms.columns, department: { ...hqms.columns.department!, from: ['B25'] } } };
    const text = 'A48,A49,C03C,B24,B25\n1,1,I10,欧阳修,司马光\n';
    const named = (keepStaffNames: boolean) => load(text, { profiles: [own], keepStaffNames }).rows.words;
    expect([named(false).department?.words, named(false).doctor?.words, named(true).department?.words]).toEqual([
      ['', 'D001'],
      ['', 'D002'],
      ['', '司马光'],
    ]);
  });
});
