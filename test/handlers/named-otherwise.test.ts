import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const ask = await answersFrom({
  'nq.txt': `
    BAN CHẤP HÀNH TRUNG ƯƠNG
    Số: 91-NQ/TW
    Hà Nội, ngày 05 tháng 6 năm 2024

    NGHỊ QUYẾT
    về nâng cao thể lực người Việt Nam trong tình hình mới

    I. MỤC TIÊU
    1. Mục tiêu đến năm 2030
    - Chiều cao trung bình của nam 18 tuổi đạt 170 cm, nữ đạt 158,5 cm.
    - Tỷ lệ trẻ em thừa cân, béo phì dưới 15%; tỷ lệ suy dinh dưỡng thể thấp còi dưới 14%.
    - Số giờ vận động trung bình đạt 5 giờ/tuần; kinh tế thể thao đạt 2% GDP.
  `,
  'nq2.txt': `
    BAN CHẤP HÀNH TRUNG ƯƠNG
    Số: 64-NQ/TW
    Hà Nội, ngày 09 tháng 8 năm 2025

    NGHỊ QUYẾT
    về phát triển thể thao thành tích cao

    I. MỤC TIÊU
    1. Mục tiêu đến năm 2030
    - Kinh tế thể thao đạt tối thiểu 3% GDP.
  `,
  'du-an.txt': `
    HỘI ĐỒNG NHÂN DÂN TỈNH LÂM ĐỒNG
    Số: 318/NQ-HĐND
    Lâm Đồng, ngày 10 tháng 7 năm 2024

    NGHỊ QUYẾT
    Về chủ trương đầu tư dự án Nâng cấp bệnh viện đa khoa huyện Núi Xanh

    Điều 1. Quyết định chủ trương đầu tư với các nội dung sau:
    1. Mục tiêu: nâng quy mô từ 80 giường lên 150 giường.
    2. Thời gian thực hiện: năm 2024 - 2027.
  `,
  'nghi-quyet.txt': `
    HỘI ĐỒNG NHÂN DÂN
    TỈNH AN GIANG
    Số: 23/2023/NQ-HĐND
    An Giang, ngày 08 tháng 12 năm 2023

    NGHỊ QUYẾT
    Sửa đổi, bổ sung một số điều của Nghị quyết số 09/2020/NQ-HĐND ngày 10 tháng 7 năm 2020 của Hội đồng nhân dân tỉnh An Giang quy định mức hỗ trợ hộ nuôi cá tra

    Điều 1. Giao nhiệm vụ
    1. Sở Nông nghiệp
    a) Chủ trì hướng dẫn hộ nuôi ghi nhật ký.
    b) Kiểm tra ao nuôi hai lần một năm.
    đ) Báo cáo trước ngày 15 của tháng cuối quý.
    2. Sở Tài chính
    a) Bố trí kinh phí cho các huyện.
  `,
})

describe('two targets in one question', () => {
  it.each([
    ['mục tiêu 2030 của nghị quyết 91: chiều cao nam 18 tuổi và tỷ lệ suy dinh dưỡng', ['170 cm', 'dưới 14%']],
    ['chiều cao của nam 18 tuổi đến 2030 và số giờ vận động theo nghị quyết 91', ['170 cm', '5 giờ/tuần']],
    ['muc tieu den 2030 nghi quyet 91 ve ty le beo phi va so gio van dong', ['dưới 15%', '5 giờ/tuần']],
  ])('are both given: %s', async (question, values) => {
    const { text } = await ask(question)
    for (const value of values) expect(text).toContain(value)
  })

  it('of two papers are compared by their numbers', async () => {
    const { text } = await ask('So sánh mục tiêu kinh tế thể thao năm 2030 của nghị quyết 91 và nghị quyết 64')
    expect(text).toContain('2% GDP')
    expect(text).toContain('tối thiểu 3% GDP')
  })
})

describe('a paper', () => {
  it.each(['91 là văn bản gì', 'số 91 là văn bản gì vậy', 'văn bản 91 là gì'])(
    'is known by a bare number: %s',
    async (question) => {
      expect((await ask(question)).text).toContain('Nghị quyết số 91-NQ/TW')
    },
  )

  it('is known by words of its title, which the sentence that answers need not have', async () => {
    const { text } = await ask('dự án bệnh viện đa khoa huyện Núi Xanh thực hiện năm nào')
    expect(text).toContain('2024 - 2027')
  })

  it('is not guessed from a number that none bears', async () => {
    expect((await ask('92 là văn bản gì')).outcome).toBe('not-found')
  })

  it.each(['NQ 23 HĐND An Giang sửa đổi NQ nào', 'nghị quyết 23/2023 của An Giang sửa đổi nghị quyết nào'])(
    'tells what it amends: %s',
    async (question) => {
      expect((await ask(question)).text).toContain('09/2020/NQ-HĐND')
    },
  )

  it.each([
    ['Điểm đ phần nhiệm vụ của Sở Nông nghiệp trong nghị quyết 23 An Giang nói gì?', '15 của tháng cuối quý'],
    ['điểm a của Sở Tài chính nghị quyết 23 An Giang', 'Bố trí kinh phí'],
  ])('is opened at a point: %s', async (question, words) => {
    const { text } = await ask(question)
    expect(text).toContain(words)
    expect(text).not.toContain('hai lần một năm')
  })
})
