/**
 * What people say in everyday Vietnamese, and what laws and papers write instead. A line names the everyday words, separated by commas,
 * then after "=" the written ones. Single syllables stand here only where they are part of no other word:
 * "bố" is also in "công bố". Written from general knowledge of the language.
 */
const table = `
bố đẻ, bố ruột, bố tôi, bố chồng, bố vợ, thân phụ = cha
bố mẹ, ba mẹ, phụ huynh = cha mẹ
mẹ ruột, má tôi, thân mẫu = mẹ
con ruột = con đẻ
con rơi, con riêng = con ngoài giá thú
đứa trẻ, trẻ con, trẻ nhỏ, em bé = trẻ em
vị thành niên, dưới 18 tuổi = chưa thành niên
người già, cụ già = người cao tuổi
hàng xóm, nhà bên cạnh, nhà kế bên = bất động sản liền kề
lấy vợ, lấy chồng, cưới vợ, cưới chồng, đám cưới, cưới = kết hôn
ly dị, bỏ vợ, bỏ chồng = ly hôn
ngoại tình, cặp bồ = chung sống như vợ chồng với người khác
mang bầu, có bầu = mang thai, thai sản
sinh đẻ, đẻ con, sinh em bé, nghỉ đẻ = sinh con, thai sản
chu cấp, nuôi nấng = cấp dưỡng, nuôi dưỡng
qua đời, tử vong = chết
của cải để lại, tài sản để lại, gia tài = di sản
chia tài sản, hưởng tài sản = di sản, thừa kế
đền bù, đền tiền, bồi hoàn = bồi thường
hư hại, làm hỏng, làm hư = thiệt hại
tiền cọc, cọc tiền = đặt cọc
vay tiền, mượn tiền = vay tài sản
vay nặng lãi, lãi cao, tín dụng đen = cho vay lãi nặng
đòi nợ, xù nợ, quỵt nợ = nghĩa vụ trả nợ
thuê nhà, thuê phòng, thuê trọ = hợp đồng thuê nhà
sổ đỏ, sổ hồng, giấy tờ đất = giấy chứng nhận quyền sử dụng đất
nhà đất = bất động sản
cho đất, hiến đất, biếu đất = tặng cho
chủ xe, chủ đất = chủ sở hữu
giấy tờ giả, bằng giả, làm giả giấy tờ = tài liệu giả
chó, mèo, chó mèo = súc vật
trâu, bò, trâu bò = gia súc
gà, vịt, gà vịt = gia cầm
ăn trộm, ăn cắp, lấy trộm, lấy cắp, trộm = trộm cắp, chiếm đoạt tài sản
đồ ăn cắp, đồ ăn trộm, đồ gian = tài sản do người khác phạm tội mà có
lừa tiền, lừa đảo = lừa đảo chiếm đoạt tài sản
tống tiền, đe dọa lấy tiền = cưỡng đoạt tài sản
giật đồ, giật túi = cướp giật
đánh nhau, đánh người, hành hung, đánh đập = cố ý gây thương tích
chửi, chửi bới, lăng mạ, nói xấu, bôi nhọ, chê bai = xúc phạm danh dự, nhân phẩm, làm nhục
đút lót, lót tay = đưa hối lộ
giả làm, giả danh, mạo danh = giả mạo
đi tù, ngồi tù, ở tù, vào tù = phạt tù
xử tù = trách nhiệm hình sự
đi kiện, kiện ra toà, đâm đơn = khởi kiện
nhậu, say rượu, say xỉn = rượu bia
xe cộ = phương tiện giao thông
bằng lái, bằng lái xe = giấy phép lái xe
đuổi việc, cho nghỉ việc, cho thôi việc = sa thải, chấm dứt hợp đồng lao động
nghỉ việc, bỏ việc = thôi việc, chấm dứt hợp đồng lao động
sếp, ông chủ, chủ lao động = người sử dụng lao động
nhân viên, công nhân, người làm thuê = người lao động
lương, lương tháng = tiền lương
công ty = doanh nghiệp, pháp nhân
trường học, nhà trường = cơ sở giáo dục
thầy cô, giáo viên = nhà giáo
bệnh viện, phòng khám = cơ sở khám bệnh, chữa bệnh
bệnh tâm thần, bị điên = mất năng lực hành vi dân sự
ra toà, quan toà = tòa án
gia hạn thêm = kéo dài
tiền bạc, tiền nong, bao nhiêu tiền = kinh phí
hết bao lâu, mất bao lâu = thời hạn
lập công ty, mở công ty = thành lập doanh nghiệp
giấy phép kinh doanh = đăng ký kinh doanh
bà con = người dân, nhân dân
quê, ở quê, làng quê = nông thôn
phố xá = đô thị
lên mạng, wifi = mạng internet
sóng điện thoại, phủ sóng = mạng di động
điện thoại xịn = điện thoại thông minh
trả tiền qua mạng, chuyển khoản = thanh toán điện tử
mua bán qua mạng, bán hàng qua mạng, bán hàng online, mua hàng online = thương mại điện tử
làm giấy tờ, giấy tờ = thủ tục hành chính, hồ sơ
làm giấy tờ qua mạng, nộp hồ sơ qua mạng = dịch vụ công trực tuyến
lộ thông tin, rò rỉ thông tin = bảo vệ dữ liệu cá nhân, an toàn thông tin
tin tặc, hacker = tấn công mạng
máy móc thông minh = trí tuệ nhân tạo
việc làm thêm = làm thêm giờ
tiền phạt, bị phạt bao nhiêu = mức phạt
tụi nó, bọn chúng, băng nhóm = đồng phạm
tiếp tay = đồng phạm
nón bảo hiểm = mũ bảo hiểm
`

/** An everyday phrase and what is written instead. */
export interface EverydayWords {
  readonly said: string
  readonly written: readonly string[]
}

/** All of the table. */
export function everydayWords(): EverydayWords[] {
  return table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [said = '', written = ''] = line.split('=').map((side) => side.split(',').map((each) => each.trim()))
      return Array.from(said, (each) => ({ said: each, written: Array.from(written) }))
    })
}
