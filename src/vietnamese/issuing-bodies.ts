import { fold } from './normal-form.ts'

/** Issuing bodies as numbers write them, by their folded form. */
export const bodies = new Map<string, string>(
  (
    'TW TU HU ĐU ĐUK CP TTg UBND HĐND UBTVQH ĐĐQH BCĐTW BTGTW BTCTW UBKTTW BNCTW BDVTW BKTTW VPTW VPTU VPCP BCSĐ BCĐ MTTQ ' +
    'BTTTT BKHCN BNV BCA BTP BTC BKHĐT BGDĐT BYT BTNMT BNNPTNT BNNMT BGTVT BLĐTBXH BVHTTDL BXD BCT BQP BNG UBDT BDTTG TTCP NHNN ' +
    'TANDTC VKSNDTC KTNN STTTT SKHCN SNV STC SKHĐT SGDĐT SYT STNMT SNNPTNT SNNMT SGTVT SXD SCT STP SVHTTDL TTĐT VP PTTH'
  )
    .split(' ')
    .map((body) => [fold(body), body] as const),
)

/** Issuers as sentences name them, folded, with the body that their documents' numbers bear. */
export const issuers: readonly (readonly [string, string])[] = [
  ['bo chinh tri', 'TW'],
  ['ban bi thu', 'TW'],
  ['ban chap hanh trung uong', 'TW'],
  ['trung uong', 'TW'],
  ['bct', 'TW'],
  ['thu tuong', 'TTg'],
  ['chinh phu', 'CP'],
  ['tinh uy', 'TU'],
  ['thanh uy', 'TU'],
  ['ban thuong vu tinh uy', 'TU'],
  ['hdnd', 'HĐND'],
  ['hoi dong nhan dan', 'HĐND'],
  ['ubnd', 'UBND'],
  ['uy ban nhan dan', 'UBND'],
]
