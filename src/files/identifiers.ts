/**
 * Columns that name a person, by the names they have in the layouts of hospitals and insurers. Those of patients are skipped while reading
 * whatever a profile says; those of doctors and nurses become D001 ... The number of a record, a visit or a settlement is none of them: it is
 * read, and leaves the reader as a digest.
 */
import { halfWidth } from './plain-text.ts';

/** Names, id numbers, cards, dates and places of birth, phones, addresses, employers, relatives, mail. */
export function namesPerson(header: string): boolean {
  const name = lastNode(header);
  if (namesStaff(name)) return false;
  // `Patient/name` of two levels; `患者/病案号` is a number of a record
  return [name, name.slice(name.lastIndexOf('/') + 1)].some(
    level => chinese.test(level) || frontPage.test(level) || english.has(level.replace(/[_-]/g, '')),
  );
}

/** The two of them that a person may ask to keep: the patient's own name, and the number of an identity card. */
export const namesPatient = (header: string): boolean => namesPerson(header) && patientName.test(lastNode(header));
export const namesCertificate = (header: string): boolean => namesPerson(header) && certificate.test(lastNode(header));

const patientName = /^(?:患者|病人)?姓名$|^a11$|^xm$|^name$|^(?:patient|pat|psn|full)_?name$/;
const certificate = /身份证|证件号|^a20$|^sfzh$|^certno$|^id_?card(?:no)?$|^id_?(?:no|number)$/;

/** Names of doctors, nurses and clerks. */
export function namesStaff(header: string): boolean {
  const name = lastNode(header);
  return (staff.test(name) && !ofStaff.test(name)) || staffCodes.test(name);
}

/** `oprninfo.oper_dr_name` -> `oper_dr_name`; in lower case, without the blanks and marks that forms have in names: `* 姓  名`. */
const lastNode = (header: string): string => {
  const name = halfWidth(header)
    .replace(/[\s\u200b-\u200d\u2060\ufeff*:]+/g, '')
    .toLowerCase();
  return name.slice(name.lastIndexOf('.') + 1);
};

const chinese =
  /姓名|身份证|证件号|健康卡|医保卡号|社保卡|社会保障号|护照|电话|手机|住址|地址|联系人|联系方式|家属|监护人|户口|籍贯|出生日期|出生年月|出生地|邮编|邮政编码|邮箱|微信|工作单位|参保单位|用人单位|^患者$|^病人$|^生日$|^医保编号$/;

/** Front page: A11 name, A13 born, A20 certificate, A22..A35 places, addresses, employer and relatives, A47 health card. */
const frontPage = /^a(?:11|13|20|2[2-9]|3[0-5]|47)c?$/;

const english = new Set(
  [
    'name,patientname,patname,psnname,fullname,certno,idcard,idcardno,idno,idnumber,passport,hino,phone,telephone,tel,mobile,mobilephone',
    'address,addr,curraddr,email,contact,conername,coneraddr,conertel,empname,empaddr,emptel,poscode,postcode,zipcode',
    'brdy,birthday,birthdate,dateofbirth,dob',
    // the front page upload (N041), pinyin initials
    'xm,sfzh,sjh,lxdh,xzz,hkdz,lxrxm,jkkh,csrq,csd,gg,dh,dh1,dh2,dwdh,gzdwjdz,gzdw,gx,dz,yb1,yb2,yb3',
  ].flatMap(names => names.split(',')),
);

const staff = /医师|医生|护士|科主任|主任|编码员|术者|经办人|填报人|操作员|dr_name|dr_code|chfpdr|medins_fill_psn|hsorg_opter|resp_nurs/;
/** `医师科室` says where, not who. */
const ofStaff = /科室|科别|职称|级别|日期|时间|人数/;

/** Front page: B22..B29 head of the department to coder, B31 and B32 who checked it, surgeons and anaesthetists; N041 the same in pinyin. */
const staffCodes =
  /^(?:b2[2-9]|b3[12]|c(?:18|19|20|23)x01|c(?:39|40|41|44)x\d\d|kzr|zrys|zzys|zyys|zrhs|jxys|sxys|bmy|zkys|zkhs|(?:sz|yz|ez|mzys)\d)$/;
