import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document, Metadata } from '../../src/library/document.ts'
import { readDocument } from '../../src/library/read-document.ts'
import { documentOf, wordsOf } from '../support/corpus.ts'

type Expected = { readonly [key in keyof Metadata | 'publisher' | 'publishedOn']?: string | undefined }

const body = `I. MỤC TIÊU
1. Đến năm 2025, mọi xã có điểm hỗ trợ người dân nộp hồ sơ trực tuyến.
2. Đến năm 2030, mọi thủ tục được giải quyết trên môi trường mạng.
`

/** Every key of the expectation is compared; a key whose value is undefined must be missing. */
function expectHead(document: Document, expected: Expected): void {
  const { source, ...metadata } = document.metadata
  const read: Record<string, unknown> = { ...metadata, publisher: source?.publisher, publishedOn: source?.publishedOn }
  for (const [key, value] of Object.entries(expected)) expect([key, read[key]]).toEqual([key, value])
}

const twoColumns: readonly (readonly [string, string, Expected])[] = [
  [
    'a plan of a province, columns at spaces',
    `ỦY BAN NHÂN DÂN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH HÀ NAM                        Độc lập - Tự do - Hạnh phúc
-------                            ---------------
Số: 318/KH-UBND                    Hà Nam, ngày 05 tháng 4 năm 2023

KẾ HOẠCH
Phát triển dữ liệu số tỉnh Hà Nam năm 2023

`,
    {
      title: 'KẾ HOẠCH Phát triển dữ liệu số tỉnh Hà Nam năm 2023',
      kind: 'kế hoạch',
      number: '318/KH-UBND',
      issuer: 'Ủy ban nhân dân tỉnh Hà Nam',
      issuedOn: '2023-04-05',
      place: 'Hà Nam',
      status: 'issued',
      textKind: 'original',
    },
  ],
  [
    'columns at a tab',
    `TỈNH ỦY LAI CHÂU\tĐẢNG CỘNG SẢN VIỆT NAM
*\tLai Châu, ngày 9 tháng 11 năm 2021
Số 15-NQ/TU

NGHỊ QUYẾT
của Ban Chấp hành Đảng bộ tỉnh
về chuyển đổi số tỉnh Lai Châu
-----

`,
    {
      title: 'NGHỊ QUYẾT của Ban Chấp hành Đảng bộ tỉnh về chuyển đổi số tỉnh Lai Châu',
      kind: 'nghị quyết',
      number: '15-NQ/TU',
      issuer: 'Tỉnh ủy Lai Châu',
      issuedOn: '2021-11-09',
      place: 'Lai Châu',
      status: 'issued',
    },
  ],
  [
    'columns at a bar',
    `HỘI ĐỒNG NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH BẠC LIÊU | Độc lập - Tự do - Hạnh phúc
Số: 07/2024/NQ-HĐND | Bạc Liêu, ngày 19 tháng 7 năm 2024

NGHỊ QUYẾT
Quy định mức chi cho tổ công nghệ số cộng đồng

HỘI ĐỒNG NHÂN DÂN TỈNH BẠC LIÊU
KHÓA X, KỲ HỌP THỨ MƯỜI BẢY

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;

`,
    {
      title: 'NGHỊ QUYẾT Quy định mức chi cho tổ công nghệ số cộng đồng',
      number: '07/2024/NQ-HĐND',
      issuer: 'Hội đồng nhân dân tỉnh Bạc Liêu',
      issuedOn: '2024-07-19',
    },
  ],
  [
    'a table of Markdown',
    `| ỦY BAN NHÂN DÂN<br>TỈNH ĐẮK NÔNG | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>Độc lập - Tự do - Hạnh phúc |
|---|---|
| Số: 88/BC-UBND | *Đắk Nông, ngày 30 tháng 6 năm 2022* |

**BÁO CÁO**

**Kết quả cải cách hành chính 6 tháng đầu năm 2022**

`,
    {
      title: 'BÁO CÁO Kết quả cải cách hành chính 6 tháng đầu năm 2022',
      kind: 'báo cáo',
      number: '88/BC-UBND',
      issuer: 'Ủy ban nhân dân tỉnh Đắk Nông',
      issuedOn: '2022-06-30',
      place: 'Đắk Nông',
    },
  ],
  [
    'a department below its province, with the subject of a letter',
    `UBND TỈNH THÁI BÌNH            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ KHOA HỌC VÀ CÔNG NGHỆ           Độc lập - Tự do - Hạnh phúc
Số: 941/SKHCN-CĐS                  Thái Bình, ngày 14 tháng 8 năm 2025
V/v rà soát chỉ tiêu chuyển đổi số cấp xã

Kính gửi: Ủy ban nhân dân các xã, phường

Đề nghị các xã, phường rà soát số liệu và gửi về Sở trước ngày 30/8/2025.
`,
    {
      title: 'V/v rà soát chỉ tiêu chuyển đổi số cấp xã',
      kind: 'công văn',
      number: '941/SKHCN-CĐS',
      issuer: 'Sở Khoa học và Công nghệ tỉnh Thái Bình',
      issuedOn: '2025-08-14',
      place: 'Thái Bình',
    },
  ],
  [
    'the subject of a letter beside the day',
    `BỘ NỘI VỤ                          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 2210/BNV-CCHC                  Độc lập - Tự do - Hạnh phúc
V/v hướng dẫn chấm điểm            Hà Nội, ngày 02 tháng 10 năm 2023
chỉ số cải cách hành chính

Kính gửi: Ủy ban nhân dân các tỉnh

Bộ Nội vụ hướng dẫn cách chấm điểm như sau.
`,
    { number: '2210/BNV-CCHC', issuer: 'Bộ Nội vụ', issuedOn: '2023-10-02', place: undefined, kind: 'công văn' },
  ],
  [
    'number and day not filled in',
    `ỦY BAN NHÂN DÂN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH CÀ MAU                        Độc lập - Tự do - Hạnh phúc
Số:      /KH-UBND                  Cà Mau, ngày     tháng     năm 2024
(DỰ THẢO LẦN 2)

KẾ HOẠCH
Phát triển hạ tầng số năm 2025

`,
    {
      title: 'KẾ HOẠCH Phát triển hạ tầng số năm 2025',
      number: undefined,
      issuedOn: undefined,
      issuer: 'Ủy ban nhân dân tỉnh Cà Mau',
      status: 'draft',
    },
  ],
  [
    'one space left between the columns',
    `ỦY BAN NHÂN DÂN TỈNH SƠN LA CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 1204/QĐ-UBND Sơn La, ngày 21/6/2022

QUYẾT ĐỊNH
Ban hành Quy chế quản lý dữ liệu mở

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH

Căn cứ Luật Công nghệ thông tin ngày 29/6/2006;

`,
    {
      title: 'QUYẾT ĐỊNH Ban hành Quy chế quản lý dữ liệu mở',
      kind: 'quyết định',
      number: '1204/QĐ-UBND',
      issuer: 'Ủy ban nhân dân tỉnh Sơn La',
      issuedOn: '2022-06-21',
      place: 'Sơn La',
    },
  ],
  [
    'a steering committee over two lines',
    `TỈNH ỦY GIA LAI                  ĐẢNG CỘNG SẢN VIỆT NAM
BAN CHỈ ĐẠO                        Gia Lai, ngày 12 tháng 5 năm 2025
CHUYỂN ĐỔI SỐ TỈNH
*
Số 03-TB/BCĐ

THÔNG BÁO
kết luận của Trưởng Ban Chỉ đạo

`,
    {
      title: 'THÔNG BÁO kết luận của Trưởng Ban Chỉ đạo',
      number: '03-TB/BCĐ',
      issuer: 'Ban Chỉ đạo chuyển đổi số tỉnh Gia Lai',
      issuedOn: '2025-05-12',
    },
  ],
  [
    'the Politburo',
    `BỘ CHÍNH TRỊ                       ĐẢNG CỘNG SẢN VIỆT NAM
*                                  Hà Nội, ngày 4 tháng 2 năm 2020
Số 77-KL/TW

KẾT LUẬN
về chủ trương phát triển kinh tế biển

`,
    {
      title: 'KẾT LUẬN về chủ trương phát triển kinh tế biển',
      kind: 'kết luận',
      number: '77-KL/TW',
      issuer: 'Bộ Chính trị',
      issuedOn: '2020-02-04',
      place: undefined,
    },
  ],
  [
    'a district',
    `ỦY BAN NHÂN DÂN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN MƯỜNG SAO                    Độc lập - Tự do - Hạnh phúc
Số: 45/CT-UBND                     Mường Sao, ngày 03 tháng 3 năm 2021

CHỈ THỊ
Về tăng cường sử dụng chữ ký số

`,
    { number: '45/CT-UBND', issuer: 'Ủy ban nhân dân huyện Mường Sao', kind: 'chỉ thị', issuedOn: '2021-03-03' },
  ],
  [
    'secrecy and urgency above the number',
    `TỈNH ỦY HÀ GIANG                   ĐẢNG CỘNG SẢN VIỆT NAM
HỎA TỐC                            Hà Giang, ngày 1 tháng 6 năm 2024
Số: 512-CV/TU

CHƯƠNG TRÌNH HÀNH ĐỘNG
thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị

`,
    {
      title: 'CHƯƠNG TRÌNH HÀNH ĐỘNG thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị',
      kind: 'chương trình hành động',
      issuedOn: '2024-06-01',
      issuer: 'Tỉnh ủy Hà Giang',
    },
  ],
]

const oneColumn: readonly (readonly [string, string, Expected])[] = [
  [
    'the left column above the right one',
    `ỦY BAN NHÂN DÂN
TỈNH VĨNH LONG
Số: 66/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Vĩnh Long, ngày 17 tháng 01 năm 2022

KẾ HOẠCH
Chuyển đổi số tỉnh Vĩnh Long
năm 2022

`,
    {
      title: 'KẾ HOẠCH Chuyển đổi số tỉnh Vĩnh Long năm 2022',
      number: '66/KH-UBND',
      issuer: 'Ủy ban nhân dân tỉnh Vĩnh Long',
      issuedOn: '2022-01-17',
      place: 'Vĩnh Long',
    },
  ],
  [
    'the right column first, blank lines between all',
    `ĐẢNG CỘNG SẢN VIỆT NAM

Tuyên Quang, ngày 25 tháng 12 năm 2021

TỈNH ỦY TUYÊN QUANG

*

Số: 21-NQ/TU

NGHỊ QUYẾT

về chuyển đổi số tỉnh Tuyên Quang

`,
    {
      title: 'NGHỊ QUYẾT về chuyển đổi số tỉnh Tuyên Quang',
      number: '21-NQ/TU',
      issuer: 'Tỉnh ủy Tuyên Quang',
      issuedOn: '2021-12-25',
    },
  ],
  [
    'a project attached to a decision, wrapped',
    `ỦY BAN NHÂN DÂN
TỈNH TIỀN GIANG

ĐỀ ÁN
XÂY DỰNG ĐÔ THỊ THÔNG MINH THÀNH PHỐ SAO MAI
GIAI ĐOẠN 2022 - 2026
(Ban hành kèm theo Quyết định số 905/QĐ-UBND
ngày 12/4/2022 của Ủy ban nhân dân tỉnh Tiền Giang)

`,
    {
      title: 'ĐỀ ÁN XÂY DỰNG ĐÔ THỊ THÔNG MINH THÀNH PHỐ SAO MAI GIAI ĐOẠN 2022 - 2026',
      kind: 'đề án',
      number: '905/QĐ-UBND',
      issuer: 'Ủy ban nhân dân tỉnh Tiền Giang',
      issuedOn: '2022-04-12',
      place: 'Tiền Giang',
      status: 'issued',
    },
  ],
  [
    'an appendix of Markdown',
    `# PHỤ LỤC II
## CHỈ TIÊU XÃ HỘI SỐ TỈNH HÒA BÌNH

*(Kèm theo Kế hoạch số 77/KH-UBND ngày 08 tháng 3 năm 2023 của Ủy ban nhân dân tỉnh Hòa Bình)*

| TT | Chỉ tiêu | Năm 2025 |
|---|---|---|
| 1 | Hộ có cáp quang | 80% |
`,
    {
      title: 'PHỤ LỤC II CHỈ TIÊU XÃ HỘI SỐ TỈNH HÒA BÌNH',
      kind: 'phụ lục',
      number: '77/KH-UBND',
      issuer: 'Ủy ban nhân dân tỉnh Hòa Bình',
      issuedOn: '2023-03-08',
      place: 'Hòa Bình',
    },
  ],
  [
    'a notice of Markdown, number below the title',
    `# THÔNG BÁO
**Kết luận của Ban Thường vụ Tỉnh ủy Phú Thọ về dữ liệu đất đai**

Số: 91\\-TB/TU, Phú Thọ, ngày 6 tháng 9 năm 2022

Tại phiên họp ngày 01/9/2022, Ban Thường vụ Tỉnh ủy kết luận như sau:
`,
    {
      title: 'THÔNG BÁO Kết luận của Ban Thường vụ Tỉnh ủy Phú Thọ về dữ liệu đất đai',
      kind: 'thông báo',
      number: '91-TB/TU',
      issuer: 'Ban Thường vụ Tỉnh ủy Phú Thọ',
      issuedOn: '2022-09-06',
      place: 'Phú Thọ',
    },
  ],
  [
    'bold lines with blank lines between',
    `**TỈNH ỦY LONG AN**

**Số: 44-CTr/TU**

**ĐẢNG CỘNG SẢN VIỆT NAM**

*Long An, ngày 2 tháng 4 năm 2025*

**CHƯƠNG TRÌNH HÀNH ĐỘNG**

**thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị**

**về đột phá phát triển khoa học, công nghệ**

Thực hiện Nghị quyết của Bộ Chính trị, Tỉnh ủy ban hành Chương trình hành động như sau:
`,
    {
      title:
        'CHƯƠNG TRÌNH HÀNH ĐỘNG thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị về đột phá phát triển khoa học, công nghệ',
      number: '44-CTr/TU',
      issuer: 'Tỉnh ủy Long An',
      issuedOn: '2025-04-02',
    },
  ],
  [
    'a report with nothing above its type',
    'BÁO CÁO\nKết quả thực hiện Đề án 06 trên địa bàn tỉnh Ninh Thuận\n\n',
    {
      title: 'BÁO CÁO Kết quả thực hiện Đề án 06 trên địa bàn tỉnh Ninh Thuận',
      kind: 'báo cáo',
      place: 'Ninh Thuận',
      textKind: 'original',
      number: undefined,
      status: 'unknown',
    },
  ],
  [
    'the number in the line of the type',
    'TỈNH ỦY BẮC KẠN\n\nNGHỊ QUYẾT SỐ 33-NQ/TU\nvề phát triển hạ tầng số\n\n',
    {
      title: 'NGHỊ QUYẾT SỐ 33-NQ/TU về phát triển hạ tầng số',
      number: '33-NQ/TU',
      kind: 'nghị quyết',
      issuer: 'Tỉnh ủy Bắc Kạn',
    },
  ],
  [
    'a draft named so in its title',
    `UBND TỈNH NGHỆ AN
SỞ NỘI VỤ
Số: 12/DT-SNV

DỰ THẢO KẾ HOẠCH
Cải cách hành chính năm 2026

`,
    { title: 'DỰ THẢO KẾ HOẠCH Cải cách hành chính năm 2026', status: 'draft', kind: 'kế hoạch' },
  ],
  [
    'a paper with a menu above it',
    `Trang chủ | Văn bản | Liên hệ
Văn bản chỉ đạo
ỦY BAN NHÂN DÂN TỈNH YÊN BÁI
Số: 230/KH-UBND
Yên Bái, ngày 11 tháng 7 năm 2023

KẾ HOẠCH
Tuyên truyền về dịch vụ công trực tuyến

`,
    {
      title: 'KẾ HOẠCH Tuyên truyền về dịch vụ công trực tuyến',
      number: '230/KH-UBND',
      issuer: 'Ủy ban nhân dân tỉnh Yên Bái',
      issuedOn: '2023-07-11',
    },
  ],
  [
    'a law',
    `QUỐC HỘI
Luật số: 99/2030/QH17
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

LUẬT
DỮ LIỆU MỞ

Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;

Điều 1. Phạm vi điều chỉnh
Luật này quy định về dữ liệu mở.
`,
    { title: 'LUẬT DỮ LIỆU MỞ', number: '99/2030/QH17', issuer: 'Quốc hội', kind: 'luật', place: undefined },
  ],
  [
    'a title that ends with a day',
    `VĂN PHÒNG TỈNH ỦY
Số: 8-TB/VPTU

THÔNG BÁO
Kết luận cuộc họp giao ban của Thường trực Tỉnh ủy Nam Định
ngày 14 tháng 10 năm 2024

Ngày 14/10/2024, Thường trực Tỉnh ủy họp giao ban và kết luận như sau:
`,
    {
      title: 'THÔNG BÁO Kết luận cuộc họp giao ban của Thường trực Tỉnh ủy Nam Định ngày 14 tháng 10 năm 2024',
      number: '8-TB/VPTU',
      issuedOn: undefined,
      place: 'Nam Định',
    },
  ],
  [
    'a paper known by its number alone',
    `Kết luận số 301-KL/TW

Kết luận số 301-KL/TW ngày 09/5/2029 của Ban Bí thư về tiếp tục thực hiện Chỉ thị số 88-CT/TW về văn thư số

1. Các cấp ủy quán triệt nội dung của Chỉ thị
`,
    {
      title: 'Kết luận số 301-KL/TW',
      number: '301-KL/TW',
      issuer: 'Ban Bí thư',
      issuedOn: '2029-05-09',
      kind: 'kết luận',
      status: 'issued',
      textKind: 'original',
    },
  ],
]

const lead =
  'Sáng 12/6, tại Hội trường Sao Mai, ông Lò Văn Ví Dụ, Phó Chủ tịch UBND tỉnh Điện Biên chủ trì hội nghị sơ kết công tác cải cách hành chính.'
const more =
  'Theo báo cáo, toàn tỉnh có 90 xã lập tổ công nghệ số cộng đồng; 62% hồ sơ được nộp trực tuyến, tăng so với cùng kỳ.'
const text = `${lead}\n\n${more}\n`

const reports: readonly (readonly [string, string, Expected])[] = [
  [
    'headline, then time and day',
    `Điện Biên sơ kết công tác cải cách hành chính\n07:30 | 13/06/2023\n\n${text}`,
    {
      title: 'Điện Biên sơ kết công tác cải cách hành chính',
      publishedOn: '2023-06-13',
      textKind: 'report',
      kind: 'bài viết',
      place: 'Điện Biên',
      status: 'unknown',
    },
  ],
  [
    'a day of the week and counters',
    `Điện Biên sơ kết cải cách hành chính\nThứ hai - 13/06/2023 11:00 66 0\n\n${text}`,
    { title: 'Điện Biên sơ kết cải cách hành chính', publishedOn: '2023-06-13' },
  ],
  [
    'the name and the menu of a portal above the headline',
    `CỔNG THÔNG TIN ĐIỆN TỬ TỈNH ĐIỆN BIÊN\nTrang chủ | Giới thiệu | Tin tức | Văn bản\nThứ ba, 13/06/2023 - 09:15 | Lượt xem: 204\n\nĐiện Biên sơ kết cải cách hành chính\n\n${text}`,
    {
      title: 'Điện Biên sơ kết cải cách hành chính',
      publishedOn: '2023-06-13',
      publisher: 'Cổng thông tin điện tử tỉnh Điện Biên',
      textKind: 'report',
    },
  ],
  [
    'a short headline between a section name and the day',
    `Tin hoạt động\nSơ kết cải cách hành chính\n13/06/2023 08:00\n\n${text}`,
    { title: 'Sơ kết cải cách hành chính', publishedOn: '2023-06-13' },
  ],
  [
    'the day named',
    `Điện Biên sơ kết cải cách hành chính\nCập nhật ngày: 13/06/2023 14:20\n\n${text}`,
    { title: 'Điện Biên sơ kết cải cách hành chính', publishedOn: '2023-06-13' },
  ],
  [
    'no headline',
    text,
    { title: lead, textKind: 'report', kind: 'bài viết', publishedOn: undefined, place: 'Điện Biên' },
  ],
  [
    'no headline, a long first sentence',
    `${lead.slice(0, -1)}, với sự tham dự của lãnh đạo các sở, ban, ngành và mười huyện, thị xã, thành phố trong tỉnh.\n\n${more}\n`,
    {
      title: `${`${lead.slice(0, -1)}, với sự tham dự của lãnh đạo`.slice(0, 160).replace(/ \S*$/u, '')} …`,
    },
  ],
  [
    'no headline, the newsroom before the first sentence',
    `(dienbien.gov.vn) - ${text}`,
    { title: lead, publisher: 'dienbien.gov.vn', textKind: 'report' },
  ],
  [
    'generic headings of a summary',
    `**Key Points**\n\n* Hội nghị sơ kết cải cách hành chính tỉnh Điện Biên diễn ra sáng 12/6.\n* Có 90 xã lập tổ công nghệ số.\n\n**Tổng quan**\n\n${text}`,
    { title: 'Hội nghị sơ kết cải cách hành chính tỉnh Điện Biên diễn ra sáng 12/6.' },
  ],
  [
    'a source line with author and site',
    `Điện Biên sơ kết cải cách hành chính\n\n${text}\nNguồn tin: Mai Thử/baosaomai.vn\n`,
    { publisher: 'baosaomai.vn', textKind: 'report' },
  ],
  [
    'a source line with a newspaper',
    `Điện Biên sơ kết cải cách hành chính\n\n${text}\nMai Thử\n\nTheo Báo Sao Mai\n`,
    { publisher: 'Báo Sao Mai' },
  ],
  [
    'a portal as the last line',
    `Điện Biên sơ kết cải cách hành chính\n\n${text}\nCổng TTĐT tỉnh Điện Biên\n`,
    { publisher: 'Cổng TTĐT tỉnh Điện Biên' },
  ],
  [
    'an address as the last line',
    `Điện Biên sơ kết cải cách hành chính\n\n${text}\nhttps://www.baosaomai.vn/tin/so-ket.html\n`,
    { publisher: 'baosaomai.vn' },
  ],
  [
    'a note of where the text was taken from',
    `# nguồn: kho lưu trữ (dẫn Báo Sao Mai) | Điện Biên sơ kết công tác cải cách hành chính | 13/6/2023\n\n${text}`,
    {
      title: 'Điện Biên sơ kết công tác cải cách hành chính',
      publisher: 'Báo Sao Mai',
      publishedOn: '2023-06-13',
      textKind: 'report',
    },
  ],
  [
    'the headline of the text before that of the note',
    `# nguồn: kho lưu trữ | Một tên gọi khác của bài này | 14/6/2023\n\nĐiện Biên sơ kết cải cách hành chính\n13/06/2023\n\n${text}`,
    { title: 'Điện Biên sơ kết cải cách hành chính', publishedOn: '2023-06-13' },
  ],
  [
    'a headline of Markdown',
    `# Điện Biên sơ kết cải cách hành chính\n\n13/06/2023 10:00\n\n${text}`,
    { title: 'Điện Biên sơ kết cải cách hành chính', publishedOn: '2023-06-13', textKind: 'report' },
  ],
  [
    'the name of a body in capitals above the headline',
    `SỞ NỘI VỤ TỈNH ĐIỆN BIÊN\nĐiện Biên sơ kết cải cách hành chính\n13/06/2023\n\n${text}`,
    { title: 'Điện Biên sơ kết cải cách hành chính' },
  ],
]

describe('the head of an official paper', () => {
  it.each([...twoColumns, ...oneColumn])('is read: %s', (_, head, expected) => {
    expectHead(documentOf(`${head}${/\n\n$/.test(head) ? body : ''}`, 'mau.md'), expected)
  })

  it.each(twoColumns.slice(0, 2))('is read in decomposed letters: %s', (_, head, expected) => {
    expectHead(documentOf(`${head}${body}`.normalize('NFD')), expected)
  })

  it('is no passage, and its columns stand apart', () => {
    const document = documentOf(`${twoColumns[0]![1]}${body}`)
    expect(wordsOf(document, 'head')).toEqual([
      'ỦY BAN NHÂN DÂN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'TỈNH HÀ NAM',
      'Độc lập - Tự do - Hạnh phúc',
      '-------',
      '---------------',
      'Số: 318/KH-UBND',
      'Hà Nam, ngày 05 tháng 4 năm 2023',
    ])
  })

  it('is not seen in the papers that a report cites', () => {
    const { head, metadata } = documentOf(
      `Điện Biên sơ kết cải cách hành chính\n13/06/2023\n\n${text}\nSố: 45-CTr/TU là số của chương trình hành động.\n`,
    )
    expect(head).toBeUndefined()
    expect(metadata.number).toBeUndefined()
  })
})

describe('the page of a report', () => {
  it.each(reports)('is read: %s', (_, page, expected) => {
    expectHead(documentOf(page), expected)
  })
})

describe('the standing of a paper', () => {
  const page = (title: string, first: string) =>
    documentOf(`${title}\n13/06/2023\n\n${first} ${more}\n`).metadata.status

  it.each([
    ['draft', 'Thông qua dự thảo chương trình hành động của Tỉnh ủy', lead],
    [
      'draft',
      'Sơ kết cải cách hành chính ở tỉnh',
      'Sáng 2/3, UBND tỉnh họp cho ý kiến vào Đề án chuyển đổi số của tỉnh.',
    ],
    ['draft', 'Hội nghị về chuyển đổi số của tỉnh', 'Tỉnh ủy họp nghe báo cáo về dự thảo nghị quyết về chuyển đổi số.'],
    ['draft', 'Lấy ý kiến dự thảo kế hoạch phát triển dữ liệu', lead],
    [
      'issued',
      'Tỉnh có nghị quyết về chuyển đổi số',
      'Tỉnh ủy vừa ban hành Nghị quyết số 9-NQ/TU. So với bản dự thảo, nghị quyết có điểm mới.',
    ],
    ['issued', 'Công bố nghị quyết về chuyển đổi số', 'Giám đốc Sở cho biết Sở đã trình dự thảo kế hoạch thực hiện.'],
    ['unknown', 'Hội nghị về chuyển đổi số của tỉnh', 'Giám đốc Sở cho biết Sở đã trình dự thảo kế hoạch thực hiện.'],
    ['unknown', 'Sơ kết cải cách hành chính ở tỉnh', lead],
  ])('is %s: %s', (status, title, first) => {
    expect(page(title, first)).toBe(status)
  })
})

describe('the signature of an official paper', () => {
  const opening = `${twoColumns[0]![1]}${body}\n`

  it.each([
    [
      'beside the recipients',
      `Nơi nhận:                              KT. CHỦ TỊCH
- Bộ Nội vụ;                             PHÓ CHỦ TỊCH
- Các sở, ban, ngành;
- Lưu: VT.                               Đinh Thị Phỏng Chừng`,
      ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    ],
    [
      'below the recipients',
      `Nơi nhận:\n- Bộ Nội vụ;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nĐinh Thị Phỏng Chừng`,
      ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
    ],
    [
      'above the recipients',
      `T/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nĐinh Thị Phỏng Chừng\n\nNơi nhận:\n- Các huyện ủy;\n- Lưu Văn phòng Tỉnh ủy.`,
      ['T/M BAN THƯỜNG VỤ', 'BÍ THƯ'],
    ],
  ])('is read %s', (_, signature, office) => {
    const document = documentOf(`${opening}${signature}\n`)
    const words = (span: { start: number; end: number }) => document.text.slice(span.start, span.end)
    expect(document.signature?.office.map(words)).toEqual(office)
    expect(document.signature && words(document.signature.name)).toBe('Đinh Thị Phỏng Chừng')
    expect(wordsOf(document, 'head').filter((line) => /^-\s|^Nơi nhận|^Lưu/.test(line))).toEqual([])
    expect(
      wordsOf(document, 'paragraph', 'item').filter((line) => /Bộ Nội vụ|Phỏng Chừng|huyện ủy/.test(line)),
    ).toEqual([])
  })

  it('is none where an office is followed by its duties', () => {
    const document = documentOf(`${opening}GIÁM ĐỐC SỞ NỘI VỤ\nChủ trì theo dõi việc thực hiện kế hoạch này.\n`)
    expect(document.signature).toBeUndefined()
    expect(wordsOf(document, 'paragraph').at(-1)).toBe('Chủ trì theo dõi việc thực hiện kế hoạch này.')
  })
})

const line = fc.oneof(
  fc.constantFrom(
    ...[...twoColumns, ...oneColumn, ...reports].flatMap(([, page]) => page.split('\n')),
    'Trang chủ » Tin tức » Chuyển đổi số',
    'Tin liên quan',
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constant(''),
)

describe('the title of any text', () => {
  it('is never empty and never furniture', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const document = readDocument(lines.join('\n'), 'mau.txt')
        const { title } = document.metadata
        expect(title.trim()).not.toBe('')
        expect(wordsOf(document, 'furniture', 'date-line', 'caption').filter((each) => each === title)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('leaves every block inside the text, in order, and every head line quotable', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const { blocks, text, head, signature } = readDocument(lines.join('\n'), 'mau.txt')
        let end = 0
        for (const block of blocks) {
          expect(block.start).toBeGreaterThanOrEqual(end)
          expect(block.end).toBeGreaterThan(block.start)
          end = block.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
        const spans = [
          ...[head?.number, head?.date, head?.type, head?.attachment, signature?.name].filter(
            (span) => span !== undefined,
          ),
          ...(head?.issuer ?? []),
          ...(head?.title ?? []),
          ...(signature?.office ?? []),
        ]
        for (const span of spans) expect(text.slice(span.start, span.end).trim()).not.toBe('')
      }),
      { numRuns: 300 },
    )
  })
})
