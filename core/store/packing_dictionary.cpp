// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/packing_dictionary.h"

namespace sohoa {

namespace {

// Deflate finds a repetition of three bytes or more, so single common words serve as well as sentences. First what
// is said of a page, then the printed words of forms, certificates and decisions; the most usual at the end.
constexpr const char *usual =
    R"text({"barcodes":[],"blank":false,"confidence":0.9,"crop":[0,0,2480,3508],"dpi":300,"height":3508,"look":"","paper":"A4","rotation":0,"separator":null,"skew_deg":0,"stages":[{"applied":false,"by_clerk":false,"confidence":1,"stage":"orientation","values":{"code_angle":0,"letters_aside":0,"letters_up":1,"lines":"across","rotation":0},"version":"orientation/2"},{"applied":true,"by_clerk":false,"confidence":0.7,"stage":"deskew","values":{"by":"text","least_ratio":2,"score_ratio":3,"skew_deg":0.1,"text_deg":0.1},"version":"deskew/1"},{"applied":false,"by_clerk":false,"confidence":1,"stage":"crop","values":{"bed":"none","box":[0,0,2480,3508],"paper":"A4"},"version":"crop/1"},{"applied":false,"by_clerk":false,"confidence":1,"stage":"seal_color","values":{"blue_mm2":0,"other_mm2":0,"red_mm2":0,"seals":[]},"version":"ink/1"},{"applied":false,"by_clerk":false,"confidence":1,"stage":"blank","values":{"faint_mm2":0,"firm_mm2":3000,"ink":"written","weak_mm2":0},"version":"blank/2"},{"applied":false,"by_clerk":false,"confidence":1,"stage":"faults","values":{"contrast":0.9,"contrast_limit":0.22,"cut":[0,0,0,0],"edge_limit_mm":0.42,"edge_mm":0.16,"edge_px":1.9,"edges":2000,"ink":26,"letter_mm":3.5,"letters":96,"paper":248,"streaks":[]},"version":"faults/1"}],"suspect":[],"version":"perspective/1 orientation/2 paper/2 deskew/1 crop/1 blank/2 codes/1 patch/1 look/1 ink/1 faults/1 reading/1 layers/1 tesseract-5.3.0/2","width":2480}
{"v":"","c":0.9,"o":"ocr","p":"01","b":[
thửa đất số tờ bản đồ số diện tích m² loại đất đất ở tại nông thôn đất trồng cây hằng năm khác đất rừng sản xuất mục đích sử dụng nguồn gốc sử dụng thời hạn sử dụng lâu dài Nhà nước công nhận quyền sử dụng đất như giao đất có thu tiền sử dụng đất
GIẤY CHỨNG NHẬN QUYỀN SỬ DỤNG ĐẤT, QUYỀN SỞ HỮU NHÀ Ở VÀ TÀI SẢN KHÁC GẮN LIỀN VỚI ĐẤT HỢP ĐỒNG CHUYỂN NHƯỢNG TẶNG CHO Bên chuyển nhượng (sau đây gọi là bên A) Bên nhận chuyển nhượng (sau đây gọi là bên B)
GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH ngành, nghề kinh doanh vốn kinh doanh địa điểm kinh doanh chủ hộ kinh doanh đăng ký lần đầu đăng ký thay đổi lần thứ
QUYẾT ĐỊNH Về việc trợ cấp xã hội hàng tháng đối với người khuyết tật người cao tuổi hưởng trợ cấp mức trợ cấp đồng/tháng kể từ ngày Căn cứ Luật Tổ chức chính quyền địa phương; Căn cứ Luật Hộ tịch; Căn cứ Nghị định số /NĐ-CP ngày của Chính phủ quy định chi tiết thi hành một số điều; Căn cứ Thông tư số /TT-BTP; Theo đề nghị của Xét đề nghị của công chức Tư pháp - Hộ tịch; QUYẾT ĐỊNH: Điều 1. Điều 2. Quyết định này có hiệu lực kể từ ngày ký. Điều 3. Các ông (bà) Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./. Nơi nhận: - Như Điều 3; - Lưu: VT. TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH CHỦ TỊCH
TRÍCH LỤC KẾT HÔN KHAI TỬ GIẤY CHỨNG NHẬN KẾT HÔN GIẤY BÁO TỬ GIẤY CHỨNG SINH GIẤY KHAI SINH (BẢN SAO) GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN VĂN BẢN ỦY QUYỀN ĐƠN ĐỀ NGHỊ ĐƠN XIN XÁC NHẬN BIÊN BẢN GIẤY ỦY QUYỀN TỜ KHAI ĐĂNG KÝ KHAI SINH TỜ KHAI ĐĂNG KÝ KẾT HÔN TỜ KHAI ĐĂNG KÝ KHAI TỬ CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH Số chứng thực Quyển số SCT/BS
Họ, chữ đệm, tên người vợ Họ, chữ đệm, tên người chồng Họ, chữ đệm, tên người mẹ: Họ, chữ đệm, tên người cha: Năm sinh: Dân tộc: Quốc tịch: Nơi cư trú: Họ, chữ đệm, tên người đi khai sinh: Giấy tờ tùy thân: Nơi đăng ký khai sinh: Ngày, tháng, năm đăng ký: NGƯỜI KÝ GIẤY KHAI SINH Ghi bằng chữ: Nơi sinh: Bệnh viện đa khoa tỉnh Trung tâm Y tế huyện Trạm Y tế xã Quê quán: Số định danh cá nhân: Giới tính: Nam Nữ Dân tộc: Kinh Tày Nùng Dao Quốc tịch: Việt Nam Đã chết vào lúc giờ phút, ngày tháng năm Nơi chết: Nguyên nhân chết: già yếu bệnh tật Nơi cư trú cuối cùng:
CĂN CƯỚC CÔNG DÂN Citizen Identity Card Số / No.: Họ và tên / Full name: Ngày sinh / Date of birth: Giới tính / Sex: Quốc tịch / Nationality: Quê quán / Place of origin: Nơi thường trú / Place of residence: Có giá trị đến: Date of expiry: Đặc điểm nhận dạng / Personal identification: CỤC TRƯỞNG CỤC CẢNH SÁT QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI CHỨNG MINH NHÂN DÂN SỔ HỘ KHẨU
GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ Mã hồ sơ: Bộ phận Tiếp nhận và Trả kết quả UBND Tiếp nhận hồ sơ của: Địa chỉ: Số điện thoại: Email: Nội dung yêu cầu giải quyết: Thành phần hồ sơ nộp gồm: Số lượng hồ sơ: 01 (bộ) Thời gian giải quyết hồ sơ theo quy định là: ngày làm việc Thời gian nhận hồ sơ: giờ phút, ngày Thời gian trả kết quả giải quyết hồ sơ: Đăng ký nhận kết quả tại: Bộ phận Tiếp nhận và Trả kết quả. Vào sổ theo dõi hồ sơ, Quyển số: Số thứ tự: NGƯỜI NỘP HỒ SƠ NGƯỜI TIẾP NHẬN HỒ SƠ (Ký và ghi rõ họ tên) PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ
Kính gửi: Ủy ban nhân dân xã phường thị trấn huyện thành phố tỉnh Họ, chữ đệm, tên người yêu cầu: Nơi cư trú: thôn bản khối tổ dân phố đường Giấy tờ tùy thân: CCCD số do Cục Cảnh sát quản lý hành chính về trật tự xã hội cấp ngày Quan hệ với người được khai sinh: bản thân con ông bà Đề nghị cơ quan đăng ký cho người dưới đây: Ngày, tháng, năm sinh: Tình trạng hôn nhân: Chưa đăng ký kết hôn với ai Trong thời gian cư trú tại: từ ngày đến ngày Mục đích sử dụng Giấy xác nhận này có giá trị 06 tháng kể từ ngày cấp Đề nghị cấp bản sao: Có Không Số lượng: bản
Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về cam đoan của mình. Làm tại: , ngày tháng năm NGƯỜI YÊU CẦU (Ký, ghi rõ họ, chữ đệm, tên) (Ký tên, đóng dấu) NGƯỜI THỰC HIỆN CÔNG CHỨC TƯ PHÁP - HỘ TỊCH Xác nhận của Ủy ban nhân dân
Nguyễn Thị Trần Văn Lê Phạm Hoàng Nông Lương Vũ Đỗ Bùi Đặng Triệu Hà Vi Lý Minh Hùng Hương Lan Hoa Thủy Tuấn Dũng
Bắc Nam Trung Đông Tây Hồng Tân Thanh Bình An Phú Long Sơn Lạng Sơn
ỦY BAN NHÂN DÂN XÃ ỦY BAN NHÂN DÂN PHƯỜNG UBND XÃ UBND PHƯỜNG HUYỆN THÀNH PHỐ TỈNH Số: /UBND- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
, ngày  tháng  năm 20)text";

} // namespace

const QByteArray &packingDictionary()
{
    static const QByteArray dictionary(usual);
    return dictionary;
}

} // namespace sohoa
