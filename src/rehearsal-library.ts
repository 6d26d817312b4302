/**
 * Two made-up papers of the kind that people ask about, and questions on them. Nobody is ever answered from them: they are what the process
 * practises on.
 */
export const rehearsalPapers: readonly { readonly file: string; readonly content: string }[] = [
  {
    file: 'tap-duot-1.md',
    content: `---
title: Nghị quyết về chuyển đổi số tỉnh Hà Nam (bản tập dượt)
kind: nghị quyết
number: 99-NQ/TU
issuer: Tỉnh ủy Hà Nam
issued_on: 2021-10-05
place: Hà Nam
status: draft
---

# Nghị quyết về chuyển đổi số

Chiều 05/10/2021, tại hội trường Tỉnh ủy, Ban Thường vụ Tỉnh ủy họp thông qua dự thảo Nghị quyết số 99-NQ/TU về chuyển đổi số. Đồng chí Trần Văn A, Bí thư Tỉnh ủy chủ trì cuộc họp. Cùng dự có Phó Chủ tịch UBND tỉnh Lê Thị B.

## Mục tiêu

Đến năm 2025, kinh tế số chiếm 12% GRDP; 80% hồ sơ công việc tại cấp tỉnh được xử lý trên môi trường mạng; 90% dịch vụ công trực tuyến mức độ 4. Dự thảo đề ra 18 chỉ tiêu đến năm 2025.

Đến năm 2030, kinh tế số chiếm trên 20% GRDP; phấn đấu thuộc nhóm 20 tỉnh dẫn đầu cả nước về chỉ số chính quyền số (DTI). Đến năm 2030 có 7 chỉ tiêu.

| Chỉ tiêu | Năm 2025 | Năm 2030 |
| --- | --- | --- |
| Hồ sơ trực tuyến | 80% | 100% |
| Hộ gia đình có cáp quang | 75% | 95% |

## Nhiệm vụ, giải pháp

Nghị quyết đề ra 4 nhóm nhiệm vụ, giải pháp gồm:

1. Nâng cao nhận thức, tăng cường sự lãnh đạo của cấp ủy, chính quyền.
2. Hoàn thiện thể chế, cơ chế, chính sách phát triển công nghệ thông tin (CNTT).
3. Phát triển hạ tầng số, bảo đảm an toàn, an ninh mạng.
4. Phát triển nguồn nhân lực, ứng dụng trí tuệ nhân tạo (AI).

Sở Thông tin và Truyền thông chủ trì, phối hợp với Sở Tài chính tham mưu UBND tỉnh bố trí kinh phí. Tổng kinh phí thực hiện là 350 tỷ đồng, trong đó ngân sách tỉnh 210 tỷ đồng. Công an tỉnh hoàn thành cơ sở dữ liệu dân cư trước ngày 31/12/2022.

## Kết quả

Năm 2020, tỉnh xếp thứ 26/63 tỉnh, thành phố về chỉ số ứng dụng công nghệ thông tin, tăng 3 bậc so với năm 2019. Toàn tỉnh có 1.250 cơ quan dùng chữ ký số; tỷ lệ văn bản điện tử đạt 97,5%. Nguyên nhân của hạn chế là do thiếu cán bộ chuyên trách.
`,
  },
  {
    file: 'tap-duot-2.md',
    content: `---
title: Kế hoạch thực hiện Nghị quyết 36-NQ/TW của tỉnh Phú Thọ (bản tập dượt)
kind: kế hoạch
number: 12/KH-UBND
issuer: Ủy ban nhân dân tỉnh Phú Thọ
issued_on: 2022-03-15
place: Phú Thọ
---

# Kế hoạch thực hiện Nghị quyết số 36-NQ/TW

Thực hiện Nghị quyết số 36-NQ/TW ngày 01/7/2014 của Bộ Chính trị về đẩy mạnh ứng dụng, phát triển công nghệ thông tin đáp ứng yêu cầu phát triển bền vững và hội nhập quốc tế, UBND tỉnh ban hành kế hoạch như sau.

## Mục tiêu đến năm 2025

- 100% cơ quan nhà nước dùng nền tảng số.
- Kinh tế số chiếm 15% GRDP.
- Xây dựng 3 đô thị thông minh.

## Nhiệm vụ

Kế hoạch nêu 5 nhiệm vụ trọng tâm: đổi mới chỉ đạo; phát triển hạ tầng; đào tạo nhân lực; nghiên cứu khoa học; hợp tác quốc tế.

Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị quán triệt ngày 20/4/2022 tại thành phố Việt Trì với 450 đại biểu. Sở Nội vụ đào tạo 1.200 lượt cán bộ mỗi năm.
`,
  },
]

export const rehearsalQuestions: readonly string[] = [
  'Hà Nam có mấy nhóm nhiệm vụ, giải pháp?',
  'Kể tên các nhóm nhiệm vụ của Hà Nam',
  'Nhóm thứ ba trong nghị quyết của Hà Nam là gì?',
  'Đến năm 2030 Hà Nam đặt mục tiêu gì về chuyển đổi số?',
  'Kinh tế số của Phú Thọ chiếm bao nhiêu phần trăm GRDP vào năm 2025?',
  'Tỷ lệ văn bản điện tử đạt bao nhiêu phần trăm?',
  'Có bao nhiêu chỉ tiêu đến năm 2025?',
  'Hà Nam xếp thứ mấy, tăng hay giảm mấy bậc?',
  'Ai chủ trì cuộc họp thông qua dự thảo nghị quyết?',
  'Đồng chí Trần Văn A giữ chức vụ gì?',
  'Nghị quyết 36-NQ/TW ban hành ngày nào, về việc gì?',
  'Số hiệu của kế hoạch Phú Thọ là gì, do ai ban hành?',
  'Hội nghị quán triệt diễn ra khi nào, ở đâu?',
  'Nghị quyết 99-NQ/TU đã được ban hành chưa hay còn là dự thảo?',
  'Tổng kinh phí thực hiện là bao nhiêu tiền?',
  'Cơ quan nào chủ trì tham mưu bố trí kinh phí?',
  'So sánh mục tiêu của Hà Nam và Phú Thọ',
  'Những tỉnh nào có nghị quyết về chuyển đổi số?',
  'Tóm tắt kế hoạch của Phú Thọ',
  'Vì sao còn hạn chế?',
  'Có phải Hà Nam có 9 nhóm nhiệm vụ không?',
  'Phú Thọ đặt mục tiêu kinh tế số 15% đúng không?',
  'CNTT là viết tắt của gì?',
  'Hộ gia đình có cáp quang năm 2030 là bao nhiêu?',
  'Hạn hoàn thành cơ sở dữ liệu dân cư là khi nào?',
  'trích nguyên văn câu nói về trí tuệ nhân tạo',
  'phát triển hạ tầng số và an toàn an ninh mạng',
  'đào tạo nguồn nhân lực',
  'chỉ tieu cua nghị quyêt',
  'nghi quyet ha nam co may nhom nhiem vụ giai phap vay ban oi',
  'dự thảo nghị quyết của tỉnh Hà Nam phấn đấu thuộc nhóm mấy',
  'Sở Nội vụ đào tạo bao nhiêu lượt cán bộ mỗi năm?',
  'bao nhiêu xã có trạm y tế ở Cà Mau',
  'giá vé máy bay đi Phú Quốc',
  'còn Phú Thọ thì sao?',
  'nó thế nào?',
  '/khongco',
  'chào bạn',
  'cảm ơn bạn nhé',
  'bạn giúp được gì?',
  '/vanban',
  '/muctieu 2030 hà nam',
  '/sosanh hà nam phú thọ',
  '/nhomnhiemvu hà nam',
  '/chitieu hà nam',
  '/tim đô thị thông minh',
  '/trogiup',
]
