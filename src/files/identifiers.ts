/** Columns that name a person. They are skipped while reading whatever a profile says. */

import { halfWidth } from './plain-text.ts';

/** Names, id numbers, phones, addresses, mail: by the name of the column, in the layouts hospitals and insurers use. */
export function namesPerson(header: string): boolean {
  const name = halfWidth(header)
    .replace(/[\s\u200b-\u200d\u2060\ufeff*]+/g, '')
    .toLowerCase();
  // `患者/姓 名` under two levels, `Patient/name`
  return [name, ...name.split('/')].some(level => chinese.test(level) || english.has(level.replace(/[_-]/g, '')));
}

const chinese = /姓名|身份证|证件号|电话|手机|住址|地址|联系人|户口|邮箱|微信|^患者$|^病人$/;

const english = new Set(
  'name,patientname,psnname,fullname,certno,idcard,idcardno,idno,idnumber,phone,telephone,tel,mobile,mobilephone,address,addr,curraddr,email,contact,conername,coneraddr,conertel,empname,empaddr,emptel,xm,sfzh,sjh,lxdh,xzz,hkdz,lxrxm,a11,a20'.split(
    ',',
  ),
);

/** Names of doctors and nurses: such a column becomes D001 ... whatever a profile reads it for. */
export const namesStaff = (header: string): boolean => staff.test(header.trim().toLowerCase());

const staff = /医师|医生|护士|主任|编码员|术者|助手|dr_name|chfpdr|^(?:b2[2-9]|b31|b32|c18x01|c19x01|c20x01|c23x01)$/;
