/** What an abbreviation stands for: a subject of work, a body, an index, a type of document, a role … */
type AbbreviationKind = 'subject' | 'body' | 'index' | 'type' | 'role' | 'title' | 'place' | 'signature'

/** One reading of an abbreviation. An abbreviation may stand in several entries. */
export interface Abbreviation {
  readonly short: string
  readonly expansion: string
  readonly kind: AbbreviationKind
}

/**
 * Abbreviations in official use. Types of documents, bodies and signing formulas: Decree 30/2020/NĐ-CP, appendix III; the others are
 * common usage in provincial documents.
 */
const table: Readonly<Record<AbbreviationKind, string>> = {
  type:
    'VBQPPL=văn bản quy phạm pháp luật; QPPL=quy phạm pháp luật; VBHC=văn bản hành chính; NQ=nghị quyết; ' +
    'QĐ=quyết định; QyĐ=quy định; CT=chỉ thị; CTr=chương trình; ' +
    'CTHĐ=chương trình hành động; KH=kế hoạch; KL=kết luận; ĐA=đề án; ' +
    'TTr=tờ trình; TB=thông báo; BC=báo cáo; HD=hướng dẫn; ' +
    'CV=công văn; NĐ=nghị định; TT=thông tư; TTLT=thông tư liên tịch; ' +
    'HĐ=hợp đồng',
  subject:
    'CNTT=công nghệ thông tin; KH&CN=khoa học và công nghệ; KHCN=khoa học, công nghệ; ĐMST=đổi mới sáng tạo; ' +
    'CĐS=chuyển đổi số; CQĐT=chính quyền điện tử; CPĐT=Chính phủ điện tử; CQS=chính quyền số; ' +
    'CPS=Chính phủ số; KTS=kinh tế số; XHS=xã hội số; ĐTTM=đô thị thông minh; ' +
    'TPTM=thành phố thông minh; DVC=dịch vụ công; DVCTT=dịch vụ công trực tuyến; TTHC=thủ tục hành chính; ' +
    'CCHC=cải cách hành chính; CSDL=cơ sở dữ liệu; CSDLQG=cơ sở dữ liệu quốc gia; ATTT=an toàn thông tin; ' +
    'ANM=an ninh mạng; ATTTM=an toàn thông tin mạng; IOC=trung tâm điều hành thông minh; LGSP=nền tảng tích hợp, chia sẻ dữ liệu cấp bộ, cấp tỉnh; ' +
    'NDXP=nền tảng tích hợp, chia sẻ dữ liệu quốc gia; NGSP=nền tảng tích hợp, chia sẻ quy mô quốc gia; R&D=nghiên cứu và phát triển; CMCN=cách mạng công nghiệp; ' +
    'IoT=Internet vạn vật; AI=trí tuệ nhân tạo; TTNT=trí tuệ nhân tạo; QP-AN=quốc phòng - an ninh; ' +
    'ANQP=an ninh, quốc phòng; ANTT=an ninh trật tự; KT-XH=kinh tế - xã hội; CNH=công nghiệp hóa; ' +
    'HĐH=hiện đại hóa; NTM=nông thôn mới; MTQG=mục tiêu quốc gia; OCOP=mỗi xã một sản phẩm; ' +
    'DN=doanh nghiệp; DNNVV=doanh nghiệp nhỏ và vừa; HTX=hợp tác xã; NSNN=ngân sách nhà nước; ' +
    'NSTW=ngân sách trung ương; NSĐP=ngân sách địa phương; XHH=xã hội hóa; PPP=đối tác công tư; ' +
    'CBCC=cán bộ, công chức; CBCCVC=cán bộ, công chức, viên chức; VNeID=ứng dụng định danh điện tử quốc gia; TTĐT=thông tin điện tử; ' +
    'HTTT=hệ thống thông tin; BVTV=bảo vệ thực vật; PTNT=phát triển nông thôn; ĐVHC=đơn vị hành chính; ' +
    'CNTT&TT=công nghệ thông tin và truyền thông; CNTT-TT=công nghệ thông tin và truyền thông; KH=khoa học; TB=trung bình; ' +
    'TT=thông tin; HT=hệ thống; HT=hỗ trợ; ĐT=đào tạo; ' +
    'SXKD=sản xuất kinh doanh; DVCQG=dịch vụ công quốc gia; TCNSCĐ=tổ công nghệ số cộng đồng; CNSCĐ=công nghệ số cộng đồng; SHTT=sở hữu trí tuệ; ' +
    'NSLĐ=năng suất lao động; TMĐT=thương mại điện tử; BHYT=bảo hiểm y tế; BHXH=bảo hiểm xã hội; ' +
    'THCS=trung học cơ sở; THPT=trung học phổ thông; GDĐT=giáo dục và đào tạo; ' +
    'TTDL=trung tâm dữ liệu; TK=tài khoản; KP=kinh phí; CSHT=cơ sở hạ tầng; HSCV=hồ sơ công việc; ' +
    'KCN=khu công nghiệp; KKT=khu kinh tế; FDI=đầu tư trực tiếp nước ngoài; ODA=hỗ trợ phát triển chính thức; ' +
    'CCCD=căn cước công dân; ĐDĐT=định danh điện tử; QLNN=quản lý nhà nước; KTXH=kinh tế - xã hội; CNS=công nghệ số; ' +
    'BVMT=bảo vệ môi trường; BĐKH=biến đổi khí hậu; PCCC=phòng cháy, chữa cháy; ATGT=an toàn giao thông; ATTP=an toàn thực phẩm; ' +
    'ĐTC=đầu tư công; CTMTQG=chương trình mục tiêu quốc gia; CCN=cụm công nghiệp; CNHT=công nghiệp hỗ trợ; GPMB=giải phóng mặt bằng; ' +
    'DTTS=dân tộc thiểu số; ĐBKK=đặc biệt khó khăn; GDNN=giáo dục nghề nghiệp; NLĐ=người lao động; CSVC=cơ sở vật chất; ' +
    'KSTTHC=kiểm soát thủ tục hành chính; BHTN=bảo hiểm thất nghiệp; QSDĐ=quyền sử dụng đất',
  body:
    'TT&TT=Thông tin và Truyền thông; TTTT=Thông tin và Truyền thông; TTHCC=trung tâm hành chính công; TTPVHCC=trung tâm phục vụ hành chính công; ' +
    'UBND=Ủy ban nhân dân; HĐND=Hội đồng nhân dân; UBMTTQ=Ủy ban Mặt trận Tổ quốc; MTTQ=Mặt trận Tổ quốc; ' +
    'TW=Trung ương; T.Ư=Trung ương; TƯ=Trung ương; HU=Huyện ủy; ' +
    'ĐU=Đảng ủy; BCH=Ban Chấp hành; BCHTW=Ban Chấp hành Trung ương; BCT=Bộ Chính trị; ' +
    'BBT=Ban Bí thư; BTV=Ban Thường vụ; BTVTU=Ban Thường vụ Tỉnh ủy; BCĐ=Ban Chỉ đạo; ' +
    'BCSĐ=Ban cán sự đảng; BTG=Ban Tuyên giáo; BTGTW=Ban Tuyên giáo Trung ương; VPTW=Văn phòng Trung ương Đảng; ' +
    'VPCP=Văn phòng Chính phủ; TTg=Thủ tướng Chính phủ; TTgCP=Thủ tướng Chính phủ; CP=Chính phủ; ' +
    'QH=Quốc hội; UBTVQH=Ủy ban Thường vụ Quốc hội; ĐĐQH=Đảng đoàn Quốc hội; HĐDT=Hội đồng Dân tộc; ' +
    'BTTTT=Bộ Thông tin và Truyền thông; STTTT=Sở Thông tin và Truyền thông; BKHCN=Bộ Khoa học và Công nghệ; SKHCN=Sở Khoa học và Công nghệ; ' +
    'BNV=Bộ Nội vụ; BCA=Bộ Công an; BTP=Bộ Tư pháp; BTC=Bộ Tài chính; ' +
    'BKHĐT=Bộ Kế hoạch và Đầu tư; KH&ĐT=Kế hoạch và Đầu tư; BGDĐT=Bộ Giáo dục và Đào tạo; GD&ĐT=Giáo dục và Đào tạo; ' +
    'BYT=Bộ Y tế; TN&MT=Tài nguyên và Môi trường; TNMT=tài nguyên môi trường; NN&PTNT=Nông nghiệp và Phát triển nông thôn; ' +
    'NN&MT=Nông nghiệp và Môi trường; GTVT=Giao thông vận tải; LĐTBXH=Lao động - Thương binh và Xã hội; VHTTDL=Văn hóa, Thể thao và Du lịch; ' +
    'CA=Công an; TU=Tỉnh ủy; TU=Thành ủy; TT=trung tâm; ' +
    'VP=văn phòng; CQ=cơ quan; CQ=chính quyền; HĐ=hội đồng; ' +
    'UBKT=Ủy ban Kiểm tra; UBQG=Ủy ban Quốc gia; HĐNDT=Hội đồng nhân dân tỉnh; UBNDT=Ủy ban nhân dân tỉnh; BTC=Ban Tổ chức; BCT=Bộ Công Thương; BNN&PTNT=Bộ Nông nghiệp và Phát triển nông thôn; ' +
    'BTNMT=Bộ Tài nguyên và Môi trường; BGTVT=Bộ Giao thông vận tải; BXD=Bộ Xây dựng; NHNN=Ngân hàng Nhà nước; ' +
    'BCĐQG=Ban Chỉ đạo Quốc gia; BQL=Ban Quản lý; TTCP=Thanh tra Chính phủ; BVĐK=bệnh viện đa khoa; TTYT=trung tâm y tế; ' +
    'LĐLĐ=Liên đoàn Lao động; BCHQS=Bộ Chỉ huy quân sự; BĐBP=Bộ đội Biên phòng',
  index:
    'DTI=chỉ số đánh giá mức độ chuyển đổi số; PCI=chỉ số năng lực cạnh tranh cấp tỉnh; PAR INDEX=chỉ số cải cách hành chính; PAPI=chỉ số hiệu quả quản trị và hành chính công cấp tỉnh; ' +
    'SIPAS=chỉ số hài lòng về sự phục vụ hành chính; ICT Index=chỉ số sẵn sàng cho phát triển và ứng dụng công nghệ thông tin; GII=chỉ số đổi mới sáng tạo toàn cầu; EGDI=chỉ số phát triển Chính phủ điện tử; ' +
    'GRDP=tổng sản phẩm trên địa bàn; GDP=tổng sản phẩm quốc nội; TFP=năng suất nhân tố tổng hợp; HDI=chỉ số phát triển con người; ' +
    'PII=chỉ số đổi mới sáng tạo cấp địa phương',
  role: 'PTTg=Phó Thủ tướng; ĐBQH=đại biểu Quốc hội; PCT=Phó Chủ tịch; GĐ=Giám đốc; ' + 'PGĐ=Phó Giám đốc; CT=chủ tịch',
  title: 'TS=tiến sĩ; ThS=thạc sĩ; PGS=phó giáo sư; đ/c=đồng chí; ' + 'KTS=kiến trúc sư',
  place:
    'VN=Việt Nam; ĐBSCL=Đồng bằng sông Cửu Long; ĐBSH=Đồng bằng sông Hồng; TP=thành phố; TX=thị xã; ĐVHC=đơn vị hành chính; TT=thị trấn',
  signature: 'T/M=thay mặt; TM=thay mặt; KT=ký thay; TL=thừa lệnh; ' + 'TUQ=thừa ủy quyền',
}

export const abbreviations: readonly Abbreviation[] = (Object.entries(table) as [AbbreviationKind, string][]).flatMap(
  // Object.entries widens the keys of the table to string.
  ([kind, entries]) =>
    entries.split('; ').map((entry) => {
      const [short = '', expansion = ''] = entry.split('=')
      return { short, expansion, kind }
    }),
)
