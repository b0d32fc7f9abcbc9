<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en_US">
<context>
    <name>Adjustments</name>
    <message>
        <source>This scanner scans one side only: the backs will be missing.</source>
        <translation>Máy quét này chỉ quét được một mặt: các mặt sau sẽ bị thiếu.</translation>
    </message>
    <message>
        <source>This scanner has no feeder: the papers are laid on the glass one by one.</source>
        <translation>Máy quét này không có khay nạp: phải đặt từng tờ lên mặt kính.</translation>
    </message>
    <message>
        <source>This scanner has no glass: the papers go through the feeder.</source>
        <translation>Máy quét này không có mặt kính: giấy đi qua khay nạp.</translation>
    </message>
    <message>
        <source>The scanner takes at most %1; what is larger (%2 was wished for) is cut off.</source>
        <translation>Máy quét nhận khổ lớn nhất %1; phần giấy lớn hơn (kiểu quét cần %2) sẽ bị cắt mất.</translation>
    </message>
    <message>
        <source>The scanner cannot tell when it takes two sheets at once: count the sheets.</source>
        <translation>Máy quét không phát hiện được khi kéo hai tờ một lúc: hãy đếm số tờ.</translation>
    </message>
    <message>
        <source>The scanner has no %1 dpi and takes %2.</source>
        <translation>Máy quét không có mức %1 dpi, sẽ dùng %2 dpi.</translation>
    </message>
    <message>
        <source>The scanner&apos;s brightness cannot be set.</source>
        <translation>Không chỉnh được độ sáng của máy quét.</translation>
    </message>
    <message>
        <source>The scanner&apos;s contrast cannot be set.</source>
        <translation>Không chỉnh được độ tương phản của máy quét.</translation>
    </message>
    <message>
        <source>The scanner has no “%1” to be set to “%2”.</source>
        <translation>Máy quét không có mục “%1” để đặt thành “%2”.</translation>
    </message>
    <message>
        <source>The scanner takes “%2” for “%1” instead of “%3”.</source>
        <translation>Máy quét dùng “%2” cho mục “%1” thay vì “%3”.</translation>
    </message>
</context>
<context>
    <name>DialogAsker</name>
    <message>
        <source>Choose pictures and PDFs</source>
        <translation>Chọn ảnh và tệp PDF</translation>
    </message>
    <message>
        <source>Pictures and PDFs</source>
        <translation>Ảnh và PDF</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>Chọn bảng</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Bảng</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Lưu thành</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Chọn thư mục</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Paper jam. Take the jammed sheet out, put the stack back from sheet %1 on and press Resume.</source>
        <translation>Kẹt giấy. Lấy giấy kẹt ra, đặt lại từ tờ %1 rồi bấm Tiếp tục.</translation>
    </message>
    <message>
        <source>Paper jam. Take the jammed sheet out, put it back on the stack and press Resume.</source>
        <translation>Kẹt giấy. Lấy giấy kẹt ra, đặt lại lên xấp giấy rồi bấm Tiếp tục.</translation>
    </message>
    <message>
        <source>There is no paper in the feeder. Put the stack in and press Resume.</source>
        <translation>Khay nạp hết giấy. Đặt giấy vào khay rồi bấm Tiếp tục.</translation>
    </message>
    <message>
        <source>The scanner&apos;s cover is open. Close it, put the stack back from sheet %1 on and press Resume.</source>
        <translation>Nắp máy quét đang mở. Đóng nắp, đặt lại giấy từ tờ %1 rồi bấm Tiếp tục.</translation>
    </message>
    <message>
        <source>The scanner&apos;s cover is open. Close it and press Resume.</source>
        <translation>Nắp máy quét đang mở. Đóng nắp rồi bấm Tiếp tục.</translation>
    </message>
    <message>
        <source>Another program or computer is using the scanner. Wait until it has finished, then try again.</source>
        <translation>Máy quét đang được chương trình hoặc máy tính khác dùng. Chờ xong rồi thử lại.</translation>
    </message>
    <message>
        <source>The scanner no longer answers. Check its cable and whether it is switched on, then try again. The pages shown are safe.</source>
        <translation>Máy quét không trả lời nữa. Kiểm tra dây cáp và nguồn điện rồi thử lại. Các trang đã hiện đều an toàn.</translation>
    </message>
    <message>
        <source>This account may not use the scanner. Ask the administrator to add it to the group “scanner”.</source>
        <translation>Tài khoản này không được phép dùng máy quét. Nhờ quản trị thêm vào nhóm “scanner”.</translation>
    </message>
    <message>
        <source>The scanner broke off while reading. Check cable and paper, put the stack back from sheet %1 on and try again.</source>
        <translation>Máy quét bị ngắt khi đang đọc. Kiểm tra dây cáp và giấy, đặt lại từ tờ %1 rồi thử lại.</translation>
    </message>
    <message>
        <source>The scanner broke off while reading. Check cable and paper, then try again.</source>
        <translation>Máy quét bị ngắt khi đang đọc. Kiểm tra dây cáp và giấy rồi thử lại.</translation>
    </message>
    <message>
        <source>The scanner has not enough memory for this size. Choose a lower resolution.</source>
        <translation>Máy quét không đủ bộ nhớ cho cỡ ảnh này. Hãy chọn độ phân giải thấp hơn.</translation>
    </message>
    <message>
        <source>The scanner was not found. Switch it on, connect it and refresh the list.</source>
        <translation>Không tìm thấy máy quét. Bật máy, cắm cáp rồi tìm lại.</translation>
    </message>
    <message>
        <source>The scanner cannot do this. Choose another source or mode.</source>
        <translation>Máy quét không làm được việc này. Hãy chọn nguồn hoặc chế độ khác.</translation>
    </message>
    <message>
        <source>The scanner does not accept “%2” for “%1”. Choose another value.</source>
        <translation>Máy quét không nhận “%2” cho “%1”. Hãy chọn giá trị khác.</translation>
    </message>
    <message>
        <source>A page came only in part. Scan it again.</source>
        <translation>Có trang chỉ vào được một phần. Hãy quét lại trang này.</translation>
    </message>
    <message>
        <source>The scanner&apos;s driver has crashed. The pages shown are safe; put the stack back from sheet %1 on and try again.</source>
        <translation>Trình điều khiển máy quét bị lỗi. Các trang đã hiện đều an toàn; đặt lại từ tờ %1 rồi thử lại.</translation>
    </message>
    <message>
        <source>The scanner&apos;s driver has crashed. The pages shown are safe; try again.</source>
        <translation>Trình điều khiển máy quét bị lỗi. Các trang đã hiện đều an toàn; hãy thử lại.</translation>
    </message>
    <message>
        <source>The scanner has not answered for a long time and was stopped. Switch it off and on, then try again.</source>
        <translation>Máy quét không trả lời đã lâu nên đã bị dừng. Tắt rồi bật lại máy quét và thử lại.</translation>
    </message>
    <message>
        <source>The scanner&apos;s driver sent something that makes no sense and was stopped. Try again; if it happens again, call the administrator.</source>
        <translation>Trình điều khiển máy quét gửi dữ liệu sai nên đã bị dừng. Hãy thử lại; nếu vẫn vậy, báo quản trị.</translation>
    </message>
    <message>
        <source>A part of Sohoa is missing: %1. Ask the administrator to install Sohoa again.</source>
        <translation>Thiếu một phần của Sohoa: %1. Nhờ quản trị cài lại Sohoa.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing shown is lost; make room, then go on.</source>
        <translation>Ổ đĩa đã đầy. Những gì đã hiện không mất; giải phóng chỗ rồi làm tiếp.</translation>
    </message>
    <message>
        <source>Another Sohoa window or command is working with this store. Close it, then try again.</source>
        <translation>Một cửa sổ hoặc lệnh Sohoa khác đang dùng kho này. Đóng nó lại rồi thử lại.</translation>
    </message>
    <message>
        <source>The store is damaged. Do not go on working; ask the administrator to check it (sohoactl fsck) or restore a backup.</source>
        <translation>Kho dữ liệu bị hỏng. Đừng làm tiếp; nhờ quản trị kiểm tra (sohoactl fsck) hoặc khôi phục bản sao lưu.</translation>
    </message>
    <message>
        <source>This store was written by a newer version of Sohoa. Install that version; nothing was changed.</source>
        <translation>Kho này do phiên bản Sohoa mới hơn ghi. Hãy cài phiên bản đó; chưa có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read. Check that it exists and may be opened.</source>
        <translation>Không đọc được tệp “%1”. Kiểm tra tệp có tồn tại và được phép mở không.</translation>
    </message>
    <message>
        <source>“%1” cannot be written. Check the folder&apos;s permissions or whether the disk is read-only.</source>
        <translation>Không ghi được “%1”. Kiểm tra quyền của thư mục hoặc ổ đĩa có bị khóa ghi không.</translation>
    </message>
    <message>
        <source>It is no longer there. Refresh the list and choose again.</source>
        <translation>Mục này không còn nữa. Tải lại danh sách rồi chọn lại.</translation>
    </message>
    <message>
        <source>The store did not take the change. Nothing was changed; try again, and call the administrator if it stays so.</source>
        <translation>Kho không nhận thay đổi. Chưa có gì bị thay đổi; hãy thử lại, nếu vẫn vậy thì báo quản trị.</translation>
    </message>
    <message>
        <source>The picture “%1” is damaged or of an unknown kind. Scan the page again or save it as JPEG, PNG or TIFF.</source>
        <translation>Ảnh “%1” bị hỏng hoặc không rõ định dạng. Quét lại trang hoặc lưu thành JPEG, PNG, TIFF.</translation>
    </message>
    <message>
        <source>The picture “%1” is too large. Save it with a lower resolution and import it again.</source>
        <translation>Ảnh “%1” quá lớn. Lưu với độ phân giải thấp hơn rồi nhập lại.</translation>
    </message>
    <message>
        <source>The PDF “%1” is damaged. Save it anew or scan the paper.</source>
        <translation>Tệp PDF “%1” bị hỏng. Lưu lại tệp hoặc quét bản giấy.</translation>
    </message>
    <message>
        <source>The PDF “%1” is locked with a password. Save it without one and import it again.</source>
        <translation>Tệp PDF “%1” có mật khẩu. Lưu bản không mật khẩu rồi nhập lại.</translation>
    </message>
    <message>
        <source>Text cannot be read: the language data “%1” are missing. Ask the administrator to install tesseract-ocr-%1.</source>
        <translation>Không đọc được chữ: thiếu dữ liệu ngôn ngữ “%1”. Nhờ quản trị cài gói tesseract-ocr-%1.</translation>
    </message>
    <message>
        <source>Reading a page took too long and was given up. Scan the page again or type its values.</source>
        <translation>Đọc một trang quá lâu nên đã bỏ qua. Quét lại trang hoặc gõ các giá trị.</translation>
    </message>
    <message>
        <source>Reading a page has failed. The picture is safe; scan the page again or type its values.</source>
        <translation>Không đọc được một trang. Ảnh vẫn an toàn; quét lại trang hoặc gõ các giá trị.</translation>
    </message>
    <message>
        <source>The PDF could not be made. The pages are safe; try again, and call the administrator if it stays so.</source>
        <translation>Không tạo được tệp PDF. Các trang vẫn an toàn; hãy thử lại, nếu vẫn vậy thì báo quản trị.</translation>
    </message>
    <message>
        <source>The repository cannot be reached. The dossiers stay in the queue; check the line and try again.</source>
        <translation>Không kết nối được kho của tỉnh. Hồ sơ vẫn nằm trong hàng chờ; kiểm tra đường truyền rồi thử lại.</translation>
    </message>
    <message>
        <source>The repository refuses this station&apos;s key. Ask for a new key and sign in again.</source>
        <translation>Kho của tỉnh không nhận mã khóa của trạm này. Xin mã khóa mới rồi đăng nhập lại.</translation>
    </message>
    <message>
        <source>The repository did not take the package (answer %1). Tell the administrator this number.</source>
        <translation>Kho của tỉnh không nhận gói hồ sơ (trả lời %1). Báo số này cho quản trị.</translation>
    </message>
    <message>
        <source>The repository has no room left. The dossiers stay in the queue; try again later.</source>
        <translation>Kho của tỉnh hết chỗ. Hồ sơ vẫn nằm trong hàng chờ; hãy thử lại sau.</translation>
    </message>
    <message>
        <source>The repository&apos;s answer was not understood. Check the target&apos;s address with the administrator.</source>
        <translation>Không hiểu trả lời của kho. Cùng quản trị kiểm tra lại địa chỉ nơi nhận.</translation>
    </message>
    <message>
        <source>The receipt is for other bytes than ours: the dossier does not count as delivered. Tell the administrator.</source>
        <translation>Biên nhận không khớp gói đã gửi: hồ sơ chưa được tính là đã nộp. Hãy báo quản trị.</translation>
    </message>
    <message>
        <source>There is no target named “%1”. Choose one from the list.</source>
        <translation>Không có nơi nhận tên “%1”. Hãy chọn trong danh sách.</translation>
    </message>
    <message>
        <source>There is a target named “%1” already. Choose another name.</source>
        <translation>Đã có nơi nhận tên “%1”. Hãy đặt tên khác.</translation>
    </message>
    <message>
        <source>The package does not fulfil its own rules and was not queued. Reopen the dossier and approve it again; call the administrator if it stays so.</source>
        <translation>Gói hồ sơ không đúng quy cách nên chưa vào hàng chờ. Mở lại hồ sơ và duyệt lại; nếu vẫn vậy thì báo quản trị.</translation>
    </message>
    <message>
        <source>The repository could not prove who it is (certificate). Nothing was sent; tell the administrator.</source>
        <translation>Kho không chứng minh được danh tính (chứng thư). Chưa gửi gì; hãy báo quản trị.</translation>
    </message>
    <message>
        <source>There is no target to send to. Add one: the repository&apos;s address or a folder.</source>
        <translation>Chưa có nơi nhận để gửi. Thêm một nơi nhận: địa chỉ kho hoặc thư mục.</translation>
    </message>
    <message>
        <source>This is not possible now. Wait until what is running has ended, then try again.</source>
        <translation>Lúc này chưa làm được. Chờ việc đang chạy xong rồi thử lại.</translation>
    </message>
    <message>
        <source>This is not possible while the dossier is “%1”. Reopen it first.</source>
        <translation>Không làm được khi hồ sơ đang ở trạng thái “%1”. Hãy mở lại hồ sơ trước.</translation>
    </message>
    <message>
        <source>The dossier cannot be approved yet (%1). Put right what is marked in red, then approve again.</source>
        <translation>Chưa duyệt được hồ sơ (%1). Sửa những chỗ đánh dấu đỏ rồi duyệt lại.</translation>
    </message>
    <message>
        <source>The catalogue has no procedure “%1”. Choose one from the list.</source>
        <translation>Danh mục không có thủ tục “%1”. Hãy chọn trong danh sách.</translation>
    </message>
    <message>
        <source>There is no field “%1”.</source>
        <translation>Không có trường “%1”.</translation>
    </message>
    <message>
        <source>The catalogue file “%1” has a fault in row %2, column %3. Correct it and load it again.</source>
        <translation>Tệp danh mục “%1” sai ở dòng %2, cột %3. Hãy sửa rồi nạp lại.</translation>
    </message>
    <message>
        <source>Rule %1 may not be overruled. Put right what it names.</source>
        <translation>Không được bỏ qua quy tắc %1. Hãy sửa điều quy tắc nêu.</translation>
    </message>
    <message>
        <source>This was not understood: %1. Correct it and try again.</source>
        <translation>Không hiểu: %1. Hãy sửa rồi thử lại.</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>Không có việc gì để làm.</translation>
    </message>
    <message>
        <source>Stopped. The pages shown are safe.</source>
        <translation>Đã dừng. Các trang đã hiện đều an toàn.</translation>
    </message>
    <message>
        <source>Something went wrong inside Sohoa. Your work up to here is safe; tell the administrator what you did last.</source>
        <translation>Sohoa gặp lỗi bên trong. Công việc đến lúc này vẫn an toàn; hãy báo quản trị thao tác vừa làm.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation>Quét lại</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Đăng nhập lại</translation>
    </message>
    <message>
        <source>Details for the administrator</source>
        <translation>Chi tiết cho quản trị</translation>
    </message>
    <message>
        <source>“%2” is no date for “%1”. Correct it; dates look like 21/03/1975, 03/1975 or 1975.</source>
        <translation>“%2” không phải ngày hợp lệ cho “%1”. Hãy sửa lại; ngày ghi như 21/03/1975, 03/1975 hoặc 1975.</translation>
    </message>
    <message>
        <source>“%2” is no value for “%1”. Correct it and try again.</source>
        <translation>“%2” không dùng được cho “%1”. Hãy sửa lại rồi thử lại.</translation>
    </message>
    <message>
        <source>The program of the signing token (%1) is not there or is damaged. Have the administrator install the software that came with the token.</source>
        <translation>Không có hoặc bị hỏng phần mềm của thiết bị ký số (%1). Nhờ quản trị cài phần mềm đi kèm thiết bị.</translation>
    </message>
    <message>
        <source>The software of the signing token has crashed. Nothing was half-signed. Plug the token in again and sign what is left.</source>
        <translation>Phần mềm của thiết bị ký số bị lỗi và đã dừng. Không có tệp nào ký dở. Cắm lại thiết bị rồi ký tiếp phần còn lại.</translation>
    </message>
    <message>
        <source>The signing token has not answered for a long time and was given up. Nothing was half-signed. Plug it in again and sign what is left.</source>
        <translation>Thiết bị ký số không trả lời quá lâu nên đã dừng. Không có tệp nào ký dở. Cắm lại thiết bị rồi ký tiếp phần còn lại.</translation>
    </message>
    <message>
        <source>No signing token is plugged in. Plug it in and try again.</source>
        <translation>Chưa cắm thiết bị ký số. Cắm thiết bị rồi thử lại.</translation>
    </message>
    <message>
        <source>The signing token “%1” is not plugged in. Plug it in and try again.</source>
        <translation>Chưa cắm thiết bị ký số “%1”. Cắm thiết bị rồi thử lại.</translation>
    </message>
    <message>
        <source>The signing token was pulled out. What is signed stays signed; plug the token in and sign what is left.</source>
        <translation>Thiết bị ký số đã bị rút ra. Phần đã ký vẫn giữ nguyên; cắm lại thiết bị rồi ký tiếp phần còn lại.</translation>
    </message>
    <message>
        <source>The PIN is wrong. Check it before you try again: after a few wrong PINs the token locks itself.</source>
        <translation>Sai mã PIN. Kiểm tra kỹ trước khi nhập lại: sai vài lần thiết bị sẽ tự khóa.</translation>
    </message>
    <message>
        <source>The PIN is wrong. Tries left before the token locks itself: %1. Check the PIN before you try again.</source>
        <translation>Sai mã PIN. Số lần thử còn lại trước khi thiết bị tự khóa: %1. Kiểm tra kỹ mã PIN trước khi nhập lại.</translation>
    </message>
    <message>
        <source>The signing token is locked after too many wrong PINs. Only its issuer can unlock it.</source>
        <translation>Thiết bị ký số đã bị khóa do nhập sai mã PIN quá nhiều lần. Chỉ đơn vị cấp thiết bị mới mở khóa được.</translation>
    </message>
    <message>
        <source>The signing token refuses (%1). Plug it in again; if that does not help, tell the administrator.</source>
        <translation>Thiết bị ký số từ chối (%1). Cắm lại thiết bị; nếu vẫn lỗi, báo quản trị.</translation>
    </message>
    <message>
        <source>There is no key with a certificate that belongs to it. Use the token or the file that the certificate was issued with.</source>
        <translation>Không có khóa nào đi cùng đúng chứng thư số của nó. Dùng thiết bị hoặc tệp khóa được cấp cùng chứng thư số.</translation>
    </message>
    <message>
        <source>The certificate expired on %1. Have it renewed; nothing is signed with it.</source>
        <translation>Chứng thư số đã hết hạn ngày %1. Đề nghị gia hạn; không ký bằng chứng thư số này.</translation>
    </message>
    <message>
        <source>The certificate is valid only from %1 on. Check the date of this computer.</source>
        <translation>Chứng thư số chỉ có hiệu lực từ ngày %1. Kiểm tra ngày giờ của máy tính.</translation>
    </message>
    <message>
        <source>This certificate was not issued for signing. Choose the signing certificate.</source>
        <translation>Chứng thư số này không được cấp để ký. Chọn chứng thư số dùng để ký.</translation>
    </message>
    <message>
        <source>Several certificates can sign. Name one by its serial number.</source>
        <translation>Có nhiều chứng thư số dùng để ký được. Chọn một chứng thư theo số sê-ri.</translation>
    </message>
    <message>
        <source>“%1” is no key file (PKCS#12). Choose the .p12 or .pfx file.</source>
        <translation>“%1” không phải tệp khóa (PKCS#12). Chọn tệp .p12 hoặc .pfx.</translation>
    </message>
    <message>
        <source>The password of “%1” is wrong. Enter it again.</source>
        <translation>Sai mật khẩu của “%1”. Nhập lại mật khẩu.</translation>
    </message>
    <message>
        <source>The timestamp service %1 cannot be reached. Nothing was signed; try again when there is a line.</source>
        <translation>Không kết nối được dịch vụ cấp dấu thời gian %1. Chưa ký gì; thử lại khi có mạng.</translation>
    </message>
    <message>
        <source>The timestamp service %1 gave no valid timestamp. Nothing was signed; tell the administrator.</source>
        <translation>Dịch vụ %1 không cấp dấu thời gian hợp lệ. Chưa ký gì; báo quản trị.</translation>
    </message>
    <message>
        <source>“%1” bears a signature that no longer holds: the file was changed after it was signed. Take the untouched file.</source>
        <translation>“%1” có chữ ký số không còn giá trị: tệp đã bị sửa sau khi ký. Dùng tệp nguyên vẹn.</translation>
    </message>
    <message>
        <source>“%1” is signed already.</source>
        <translation>“%1” đã được ký rồi.</translation>
    </message>
    <message>
        <source>“%1” cannot be signed: its structure is damaged or it forbids changes. Write it anew.</source>
        <translation>Không ký được “%1”: cấu trúc tệp bị hỏng hoặc tệp không cho phép thay đổi. Tạo lại tệp.</translation>
    </message>
    <message>
        <source>Then put the stack back from sheet %1 on and press Resume.</source>
        <translation>Sau đó đặt lại giấy từ tờ %1 rồi bấm Tiếp tục.</translation>
    </message>
    <message>
        <source>Paper jam after sheet %2. Take the jammed sheet out, put the stack back from sheet %1 on and press Resume.</source>
        <translation>Kẹt giấy sau tờ %2. Lấy giấy kẹt ra, đặt lại từ tờ %1, bấm Tiếp tục.</translation>
    </message>
    <message>
        <source>Sheet %1 came only in part. Put the stack back from sheet %1 on and press Resume.</source>
        <translation>Tờ %1 chỉ vào được một phần. Đặt lại giấy từ tờ %1 rồi bấm Tiếp tục.</translation>
    </message>
    <message>
        <source>%1 fronts and %2 backs: a sheet was pulled along with another one or left out. Nothing was put together. Count the sheets, turn the whole stack over again and press Resume: all backs are fed once more.</source>
        <translation>%1 mặt trước nhưng %2 mặt sau: có tờ bị kéo kèm hoặc bị sót. Chưa ghép trang nào. Đếm lại số tờ, lật lại cả xấp giấy rồi bấm Tiếp tục: nạp lại tất cả mặt sau.</translation>
    </message>
    <message>
        <source>it is no JSON.</source>
        <translation>không phải JSON hợp lệ.</translation>
    </message>
    <message>
        <source>this is missing.</source>
        <translation>còn thiếu mục này.</translation>
    </message>
    <message>
        <source>a number from %1 is needed.</source>
        <translation>cần một số trong khoảng %1.</translation>
    </message>
    <message>
        <source>it must be one of %1.</source>
        <translation>chỉ nhận một trong các giá trị %1.</translation>
    </message>
    <message>
        <source>nothing of this name is known.</source>
        <translation>không có mục nào tên như vậy.</translation>
    </message>
    <message>
        <source>a value of another kind is needed.</source>
        <translation>cần một giá trị kiểu khác.</translation>
    </message>
    <message>
        <source>The file “%1” is not right at “%2”: %3 Correct it there.</source>
        <translation>Tệp “%1” sai ở “%2”: %3 Hãy sửa tại chỗ đó.</translation>
    </message>
    <message>
        <source>There is no scan profile “%1”.</source>
        <translation>Không có cấu hình quét “%1”.</translation>
    </message>
    <message>
        <source>The administrator has fixed the scan profile “%1”. Use it as it is, or make one of your own under another name.</source>
        <translation>Quản trị viên đã khóa cấu hình quét “%1”. Hãy dùng nguyên như vậy, hoặc tạo cấu hình riêng với tên khác.</translation>
    </message>
    <message>
        <source>Several scanners of the kind “%1” are connected, and nothing tells which one is meant. Choose one.</source>
        <translation>Đang nối nhiều máy quét cùng loại “%1” và không phân biệt được máy nào. Hãy chọn một máy.</translation>
    </message>
    <message>
        <source>The computer went to sleep while sheet %1 was being scanned. The pages shown are safe; put the stack back from sheet %1 on and press Resume.</source>
        <translation>Máy tính đã ngủ khi đang quét tờ %1. Các trang đã hiện đều an toàn; đặt lại chồng giấy từ tờ %1, bấm Tiếp tục.</translation>
    </message>
    <message>
        <source>The computer went to sleep while pages were coming in. Those shown are safe; press Resume.</source>
        <translation>Máy tính đã ngủ khi đang quét. Các trang đã hiện đều an toàn; bấm Tiếp tục.</translation>
    </message>
    <message>
        <source>The repository&apos;s certificate is not valid at the time this computer&apos;s clock shows. Check date and time of this computer; nothing was sent.</source>
        <translation>Chứng thư của kho không có hiệu lực vào thời điểm đồng hồ máy này chỉ. Hãy kiểm tra ngày giờ của máy; chưa có gì được gửi.</translation>
    </message>
    <message>
        <source>Sending is allowed only from %1 on. It goes on then, or at once when the hours are changed.</source>
        <translation>Chỉ được gửi từ %1. Đến giờ đó sẽ gửi tiếp, hoặc gửi ngay nếu đổi khung giờ.</translation>
    </message>
    <message>
        <source>Protection needs the program “%1”, which is not installed or not usable here. Tell the administrator.</source>
        <translation>Việc bảo vệ cần chương trình “%1”, nhưng máy này chưa cài hoặc không dùng được. Hãy báo quản trị viên.</translation>
    </message>
    <message>
        <source>Nothing opens with this name and password. Check both; the administrator&apos;s recovery key opens it too.</source>
        <translation>Tên và mật khẩu này không mở được. Hãy kiểm tra cả hai; khóa khôi phục của quản trị viên cũng mở được.</translation>
    </message>
    <message>
        <source>The protected store could not be opened or closed (%1). Nothing is lost; tell the administrator.</source>
        <translation>Không mở hoặc đóng được kho dữ liệu được bảo vệ (%1). Không mất gì; hãy báo quản trị viên.</translation>
    </message>
    <message>
        <source>This store is protected already.</source>
        <translation>Kho dữ liệu này đã được bảo vệ.</translation>
    </message>
    <message>
        <source>Nobody named “%1” can open the vault. Choose one from the list.</source>
        <translation>Không có ai tên “%1” mở được két. Hãy chọn một người trong danh sách.</translation>
    </message>
    <message>
        <source>The password is too short. Take at least %1 letters.</source>
        <translation>Mật khẩu quá ngắn. Hãy dùng ít nhất %1 ký tự.</translation>
    </message>
    <message>
        <source>The dossiers of this station are locked in their vault. Open it (sohoactl vault open), then try again.</source>
        <translation>Hồ sơ của máy này đang khóa trong két. Hãy mở két (sohoactl vault open) rồi thử lại.</translation>
    </message>
    <message>
        <source>The protected store is still in use and stays open. Close other programs that use it, then close it again.</source>
        <translation>Kho dữ liệu được bảo vệ đang được dùng nên vẫn mở. Hãy đóng các chương trình đang dùng nó rồi đóng lại.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Issue date</source>
        <translation>Ngày cấp</translation>
    </message>
    <message>
        <source>Issuing agency</source>
        <translation>Cơ quan cấp</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Personal ID</source>
        <translation>Số định danh</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Dossier code</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Trích yếu</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Hiệu lực</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Addressee</source>
        <translation>Nơi nhận</translation>
    </message>
    <message>
        <source>Adoptive father</source>
        <translation>Cha nuôi</translation>
    </message>
    <message>
        <source>Adoptive mother</source>
        <translation>Mẹ nuôi</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Số tiền</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Người nộp hồ sơ</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Diện tích</translation>
    </message>
    <message>
        <source>Beneficiary&apos;s birth date</source>
        <translation>Ngày sinh người hưởng</translation>
    </message>
    <message>
        <source>Beneficiary&apos;s personal ID</source>
        <translation>Số định danh người hưởng</translation>
    </message>
    <message>
        <source>Beneficiary</source>
        <translation>Người hưởng</translation>
    </message>
    <message>
        <source>Place of birth</source>
        <translation>Nơi sinh</translation>
    </message>
    <message>
        <source>Register book</source>
        <translation>Quyển số</translation>
    </message>
    <message>
        <source>Business name</source>
        <translation>Tên hộ kinh doanh</translation>
    </message>
    <message>
        <source>Business registration number</source>
        <translation>Mã số hộ kinh doanh</translation>
    </message>
    <message>
        <source>Capital</source>
        <translation>Vốn kinh doanh</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Đối tượng</translation>
    </message>
    <message>
        <source>Certification number</source>
        <translation>Số chứng thực</translation>
    </message>
    <message>
        <source>Certified on</source>
        <translation>Ngày chứng thực</translation>
    </message>
    <message>
        <source>Change number</source>
        <translation>Lần thay đổi</translation>
    </message>
    <message>
        <source>Changed items</source>
        <translation>Nội dung thay đổi</translation>
    </message>
    <message>
        <source>Child&apos;s birth date</source>
        <translation>Ngày sinh của con</translation>
    </message>
    <message>
        <source>Child&apos;s name</source>
        <translation>Họ tên con</translation>
    </message>
    <message>
        <source>Old identity card number</source>
        <translation>Số CMND</translation>
    </message>
    <message>
        <source>Coefficient</source>
        <translation>Hệ số</translation>
    </message>
    <message>
        <source>Cooperative&apos;s name</source>
        <translation>Tên hợp tác xã</translation>
    </message>
    <message>
        <source>Cooperative&apos;s number</source>
        <translation>Mã số hợp tác xã</translation>
    </message>
    <message>
        <source>Agency of the copy</source>
        <translation>Cơ quan cấp bản sao</translation>
    </message>
    <message>
        <source>Date of the copy</source>
        <translation>Ngày cấp bản sao</translation>
    </message>
    <message>
        <source>Cause of death</source>
        <translation>Nguyên nhân chết</translation>
    </message>
    <message>
        <source>Date of death</source>
        <translation>Ngày chết</translation>
    </message>
    <message>
        <source>Place of death</source>
        <translation>Nơi chết</translation>
    </message>
    <message>
        <source>Time of death</source>
        <translation>Thời điểm chết</translation>
    </message>
    <message>
        <source>Deceased person</source>
        <translation>Người chết</translation>
    </message>
    <message>
        <source>Declarant</source>
        <translation>Người đi khai</translation>
    </message>
    <message>
        <source>Degree of disability</source>
        <translation>Mức độ khuyết tật</translation>
    </message>
    <message>
        <source>Kind of disability</source>
        <translation>Dạng khuyết tật</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Ngày hẹn trả</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Sự kiện</translation>
    </message>
    <message>
        <source>Father&apos;s birth year</source>
        <translation>Năm sinh của cha</translation>
    </message>
    <message>
        <source>Father&apos;s ethnic group</source>
        <translation>Dân tộc của cha</translation>
    </message>
    <message>
        <source>Father&apos;s name</source>
        <translation>Họ tên cha</translation>
    </message>
    <message>
        <source>Father&apos;s residence</source>
        <translation>Nơi cư trú của cha</translation>
    </message>
    <message>
        <source>First registration date</source>
        <translation>Ngày đăng ký lần đầu</translation>
    </message>
    <message>
        <source>Floor area</source>
        <translation>Diện tích sàn</translation>
    </message>
    <message>
        <source>Date of the form</source>
        <translation>Ngày lập tờ khai</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Former school</source>
        <translation>Trường chuyển đi</translation>
    </message>
    <message>
        <source>Giver</source>
        <translation>Bên giao</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>Người giám hộ</translation>
    </message>
    <message>
        <source>Heir</source>
        <translation>Người thừa kế</translation>
    </message>
    <message>
        <source>Heirs</source>
        <translation>Những người thừa kế</translation>
    </message>
    <message>
        <source>Home town</source>
        <translation>Quê quán</translation>
    </message>
    <message>
        <source>Head of household</source>
        <translation>Chủ hộ</translation>
    </message>
    <message>
        <source>Husband&apos;s birth date</source>
        <translation>Ngày sinh của chồng</translation>
    </message>
    <message>
        <source>Husband&apos;s ethnic group</source>
        <translation>Dân tộc của chồng</translation>
    </message>
    <message>
        <source>Husband&apos;s personal ID</source>
        <translation>Số định danh của chồng</translation>
    </message>
    <message>
        <source>Husband&apos;s name</source>
        <translation>Họ tên chồng</translation>
    </message>
    <message>
        <source>Husband&apos;s nationality</source>
        <translation>Quốc tịch của chồng</translation>
    </message>
    <message>
        <source>Husband&apos;s residence</source>
        <translation>Nơi cư trú của chồng</translation>
    </message>
    <message>
        <source>Investor&apos;s address</source>
        <translation>Địa chỉ chủ đầu tư</translation>
    </message>
    <message>
        <source>Investor</source>
        <translation>Chủ đầu tư</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Người cấp</translation>
    </message>
    <message>
        <source>Land use</source>
        <translation>Mục đích sử dụng đất</translation>
    </message>
    <message>
        <source>Last residence</source>
        <translation>Nơi cư trú cuối cùng</translation>
    </message>
    <message>
        <source>Lines of business</source>
        <translation>Ngành, nghề kinh doanh</translation>
    </message>
    <message>
        <source>Entries of the list</source>
        <translation>Số người trong danh sách</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>Tình trạng hôn nhân</translation>
    </message>
    <message>
        <source>Date of the meeting</source>
        <translation>Ngày họp</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Thành viên</translation>
    </message>
    <message>
        <source>Person of merit</source>
        <translation>Người có công</translation>
    </message>
    <message>
        <source>Amount a month</source>
        <translation>Mức hưởng hằng tháng</translation>
    </message>
    <message>
        <source>Mother&apos;s birth year</source>
        <translation>Năm sinh của mẹ</translation>
    </message>
    <message>
        <source>Mother&apos;s ethnic group</source>
        <translation>Dân tộc của mẹ</translation>
    </message>
    <message>
        <source>Mother&apos;s name</source>
        <translation>Họ tên mẹ</translation>
    </message>
    <message>
        <source>Mother&apos;s residence</source>
        <translation>Nơi cư trú của mẹ</translation>
    </message>
    <message>
        <source>Machine-readable lines</source>
        <translation>Dòng máy đọc (MRZ)</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Nội dung mới</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Đối tượng, tài sản</translation>
    </message>
    <message>
        <source>Old value</source>
        <translation>Nội dung cũ</translation>
    </message>
    <message>
        <source>Title of the original</source>
        <translation>Tên bản chính</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Owner&apos;s birth year</source>
        <translation>Năm sinh chủ sử dụng</translation>
    </message>
    <message>
        <source>Owner&apos;s personal ID</source>
        <translation>Số định danh chủ sử dụng</translation>
    </message>
    <message>
        <source>Owner&apos;s name</source>
        <translation>Họ tên chủ sử dụng</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>Thửa đất</translation>
    </message>
    <message>
        <source>Parent&apos;s name</source>
        <translation>Họ tên cha hoặc mẹ</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>Các bên</translation>
    </message>
    <message>
        <source>Party A</source>
        <translation>Bên A</translation>
    </message>
    <message>
        <source>Party B</source>
        <translation>Bên B</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Người nộp tiền</translation>
    </message>
    <message>
        <source>Permanent residence</source>
        <translation>Nơi thường trú</translation>
    </message>
    <message>
        <source>Name of the procedure</source>
        <translation>Tên thủ tục</translation>
    </message>
    <message>
        <source>Pupil&apos;s birth date</source>
        <translation>Ngày sinh học sinh</translation>
    </message>
    <message>
        <source>Pupil&apos;s name</source>
        <translation>Họ tên học sinh</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Mục đích sử dụng</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>Ngày tiếp nhận</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Người nhận</translation>
    </message>
    <message>
        <source>Register number</source>
        <translation>Số đăng ký</translation>
    </message>
    <message>
        <source>Registering agency</source>
        <translation>Cơ quan đăng ký</translation>
    </message>
    <message>
        <source>Registration date</source>
        <translation>Ngày đăng ký</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Quan hệ</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>Người đại diện</translation>
    </message>
    <message>
        <source>Residence</source>
        <translation>Nơi cư trú</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Số phát hành</translation>
    </message>
    <message>
        <source>Map sheet</source>
        <translation>Tờ bản đồ số</translation>
    </message>
    <message>
        <source>Signatory&apos;s personal ID</source>
        <translation>Số định danh người ký</translation>
    </message>
    <message>
        <source>Signatory</source>
        <translation>Người yêu cầu chứng thực</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>Months until start of works</source>
        <translation>Thời hạn khởi công (tháng)</translation>
    </message>
    <message>
        <source>Storeys</source>
        <translation>Số tầng</translation>
    </message>
    <message>
        <source>Person&apos;s birth date</source>
        <translation>Ngày sinh người được đăng ký</translation>
    </message>
    <message>
        <source>Person&apos;s ethnic group</source>
        <translation>Dân tộc</translation>
    </message>
    <message>
        <source>Person&apos;s sex</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>Person&apos;s personal ID</source>
        <translation>Số định danh người được đăng ký</translation>
    </message>
    <message>
        <source>Person&apos;s name</source>
        <translation>Họ tên người được đăng ký</translation>
    </message>
    <message>
        <source>Person&apos;s nationality</source>
        <translation>Quốc tịch</translation>
    </message>
    <message>
        <source>Temporary residence</source>
        <translation>Nơi tạm trú</translation>
    </message>
    <message>
        <source>Testator</source>
        <translation>Người lập di chúc</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>New school</source>
        <translation>Trường chuyển đến</translation>
    </message>
    <message>
        <source>Term of use</source>
        <translation>Thời hạn sử dụng đất</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Có giá trị đến</translation>
    </message>
    <message>
        <source>Ward (person)</source>
        <translation>Người được giám hộ</translation>
    </message>
    <message>
        <source>Wife&apos;s birth date</source>
        <translation>Ngày sinh của vợ</translation>
    </message>
    <message>
        <source>Wife&apos;s ethnic group</source>
        <translation>Dân tộc của vợ</translation>
    </message>
    <message>
        <source>Wife&apos;s personal ID</source>
        <translation>Số định danh của vợ</translation>
    </message>
    <message>
        <source>Wife&apos;s name</source>
        <translation>Họ tên vợ</translation>
    </message>
    <message>
        <source>Wife&apos;s nationality</source>
        <translation>Quốc tịch của vợ</translation>
    </message>
    <message>
        <source>Wife&apos;s residence</source>
        <translation>Nơi cư trú của vợ</translation>
    </message>
    <message>
        <source>Place of the works</source>
        <translation>Địa điểm xây dựng</translation>
    </message>
    <message>
        <source>Name of the works</source>
        <translation>Tên công trình</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>Name of the target</source>
        <translation>Tên nơi nhận</translation>
    </message>
    <message>
        <source>Address of the target</source>
        <translation>Địa chỉ nơi nhận</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số, ký hiệu</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Scanning and digitization workstation.</source>
        <translation>Trạm quét và số hóa hồ sơ.</translation>
    </message>
    <message>
        <source>Practise with a store of its own and a virtual scanner.</source>
        <translation>Luyện tập với kho riêng và máy quét ảo.</translation>
    </message>
    <message>
        <source>The folder of the store.</source>
        <translation>Thư mục kho dữ liệu.</translation>
    </message>
    <message>
        <source>The language: vi or en.</source>
        <translation>Ngôn ngữ: vi hoặc en.</translation>
    </message>
    <message>
        <source>This language is not spoken here. Choose vi or en.
</source>
        <translation>Không có ngôn ngữ này. Hãy chọn vi hoặc en.
</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Draft</source>
        <translation>Nháp</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Cần kiểm tra</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Đã duyệt</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Chờ gửi</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Đã gửi</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Bị từ chối</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>batch</comment>
        <translation>Đang mở</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>batch</comment>
        <translation>Đã đóng</translation>
    </message>
    <message>
        <source>Queued</source>
        <comment>batch</comment>
        <translation>Chờ gửi</translation>
    </message>
    <message>
        <source>Delivered</source>
        <comment>batch</comment>
        <translation>Đã nộp</translation>
    </message>
    <message>
        <source>Delivered in part</source>
        <comment>batch</comment>
        <translation>Đã nộp một phần</translation>
    </message>
    <message>
        <source>Safe, not read yet</source>
        <translation>Đã lưu, chưa đọc</translation>
    </message>
    <message>
        <source>Cleaned</source>
        <translation>Đã làm sạch</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Đã đọc</translation>
    </message>
    <message>
        <source>read from the page</source>
        <translation>đọc từ trang</translation>
    </message>
    <message>
        <source>from the QR code</source>
        <translation>từ mã QR</translation>
    </message>
    <message>
        <source>from the barcode</source>
        <translation>từ mã vạch</translation>
    </message>
    <message>
        <source>derived by a rule</source>
        <translation>suy ra theo quy tắc</translation>
    </message>
    <message>
        <source>confirmed by the clerk</source>
        <translation>cán bộ đã xác nhận</translation>
    </message>
    <message>
        <source>from the catalogue</source>
        <translation>từ danh mục</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Thành phần</translation>
    </message>
    <message>
        <source>Process paper</source>
        <translation>Giấy quy trình</translation>
    </message>
    <message>
        <source>Identity paper</source>
        <translation>Giấy tờ tùy thân</translation>
    </message>
    <message>
        <source>For information</source>
        <translation>Để biết</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Cảnh báo</translation>
    </message>
    <message>
        <source>Blocks approval</source>
        <translation>Chặn duyệt</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Còn hiệu lực</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Hết hiệu lực</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Đã bị thay thế</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Đã bị thu hồi</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Chưa xác định</translation>
    </message>
    <message>
        <source>Separator sheet (QR)</source>
        <translation>Tờ ngăn (QR)</translation>
    </message>
    <message>
        <source>Separator sheet (patch)</source>
        <translation>Tờ ngăn (patch)</translation>
    </message>
    <message>
        <source>In force until %1</source>
        <translation>Còn hiệu lực đến %1</translation>
    </message>
    <message>
        <source>In force until: %1</source>
        <translation>Còn hiệu lực đến khi: %1</translation>
    </message>
    <message>
        <source>In force without end</source>
        <translation>Còn hiệu lực, không thời hạn</translation>
    </message>
    <message>
        <source>Expired on %1</source>
        <translation>Hết hiệu lực ngày %1</translation>
    </message>
    <message>
        <source>came only in part</source>
        <translation>chỉ vào một phần</translation>
    </message>
    <message>
        <source>has a streak: clean the glass</source>
        <translation>có vệt bẩn: lau kính máy quét</translation>
    </message>
    <message>
        <source>has a resolution in its file that does not fit the paper</source>
        <translation>có độ phân giải ghi trong tệp không khớp với khổ giấy</translation>
    </message>
    <message>
        <source>is too dark</source>
        <translation>quá tối</translation>
    </message>
    <message>
        <source>is too pale to be read</source>
        <translation>quá nhạt, không đọc được</translation>
    </message>
    <message>
        <source>has text cut off at a side</source>
        <translation>bị mất chữ ở mép</translation>
    </message>
    <message>
        <source>is longer than the paper: two sheets may have been fed at once</source>
        <translation>dài hơn khổ giấy: có thể hai tờ bị kéo cùng lúc</translation>
    </message>
    <message>
        <source>is blurred</source>
        <translation>bị mờ</translation>
    </message>
    <message>
        <source>has too low a resolution</source>
        <translation>độ phân giải quá thấp</translation>
    </message>
    <message>
        <source>may lie the wrong way round</source>
        <translation>có thể bị xoay ngược</translation>
    </message>
    <message>
        <source>could not be read in time</source>
        <translation>không đọc kịp trong thời hạn</translation>
    </message>
    <message>
        <source>is longer than the scanner had said</source>
        <translation>dài hơn máy quét đã báo</translation>
    </message>
    <message>
        <source>breaks off before its end</source>
        <translation>bị đứt ở phần cuối</translation>
    </message>
    <message>
        <source>is a front whose back is missing</source>
        <translation>là mặt trước còn thiếu mặt sau</translation>
    </message>
    <message>
        <source>looks like a page that is there already</source>
        <translation>giống một trang đã có</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>……………, day %1 month %2 year %3</source>
        <translation>……………, ngày %1 tháng %2 năm %3</translation>
    </message>
    <message>
        <source>Digitized and accepted so far: %L1 dossiers, %2 % of the valid ones; target: %L3.</source>
        <translation>Đến nay đã số hóa và được tiếp nhận: %L1 hồ sơ, đạt %2 % số hồ sơ còn hiệu lực; chỉ tiêu: %L3.</translation>
    </message>
    <message>
        <source>Digitized and accepted so far: %L1 dossiers.</source>
        <translation>Đến nay đã số hóa và được tiếp nhận: %L1 hồ sơ.</translation>
    </message>
    <message>
        <source>At the present pace of %1 dossiers a day the target is reached on %2.</source>
        <translation>Với tiến độ hiện nay là %1 hồ sơ một ngày, dự kiến đạt chỉ tiêu vào ngày %2.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Đã tiếp nhận</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Đang gửi</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Sẵn sàng</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Bị trả lại</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Số trang</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Tổng cộng</translation>
    </message>
    <message>
        <source>REPORT</source>
        <translation>BÁO CÁO</translation>
    </message>
    <message>
        <source>Digitization of administrative dossiers</source>
        <translation>Kết quả số hóa hồ sơ thủ tục hành chính</translation>
    </message>
    <message>
        <source>(from %1 to %2)</source>
        <translation>(từ ngày %1 đến ngày %2)</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) taken up again.</source>
        <translation>
            <numerusform>%n hồ sơ phải mở lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>Usual time a dossier: %1.</source>
        <translation>Thời gian thường cho một hồ sơ: %1.</translation>
    </message>
    <message>
        <source>DRAWN UP BY</source>
        <translation>NGƯỜI LẬP BIỂU</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Người làm</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lô</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>chưa rõ</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 giây</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 phút %2 giây</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>It is not known yet whether the result is still in force. Choose its validity.</source>
        <translation>Chưa xác định hiệu lực của kết quả. Hãy chọn hiệu lực.</translation>
    </message>
    <message>
        <source>The result expired on {date}. Only results in force are handed over; check the date.</source>
        <translation>Kết quả đã hết hiệu lực ngày {date}. Chỉ chuyển kết quả còn hiệu lực; hãy kiểm tra lại ngày.</translation>
    </message>
    <message>
        <source>The validity entered differs from the rule for this kind of paper. Check it.</source>
        <translation>Thời hạn nhập khác quy định của loại giấy tờ này. Hãy kiểm tra lại.</translation>
    </message>
    <message>
        <source>Another paper replaces this one ({number}, {date}). Mark it as replaced.</source>
        <translation>Đã có giấy tờ thay thế ({number}, {date}). Hãy ghi nhận đã bị thay thế.</translation>
    </message>
    <message>
        <source>There is a newer paper of the same kind. Check whether it replaces this one.</source>
        <translation>Có bản mới hơn cùng loại. Hãy kiểm tra giấy thay thế.</translation>
    </message>
    <message>
        <source>A decision to stop or withdraw lies with it. Check the validity.</source>
        <translation>Có quyết định thôi hưởng, thu hồi hoặc hủy bỏ kèm theo. Hãy kiểm tra hiệu lực.</translation>
    </message>
    <message>
        <source>The owner has died ({date}). Check whether the result is still of use.</source>
        <translation>Chủ giấy tờ đã chết ({date}). Hãy kiểm tra kết quả còn giá trị không.</translation>
    </message>
    <message>
        <source>The building permit is older than 12 months. Check for an extension or the start of works.</source>
        <translation>Giấy phép xây dựng đã quá 12 tháng. Hãy kiểm tra việc gia hạn hoặc khởi công.</translation>
    </message>
    <message>
        <source>The result can be used once only.</source>
        <translation>Kết quả chỉ sử dụng một lần.</translation>
    </message>
    <message>
        <source>The result expires soon, on {date}.</source>
        <translation>Kết quả sắp hết hiệu lực, ngày {date}.</translation>
    </message>
    <message>
        <source>9-digit identity cards and household books are no longer valid as a result. Use the paper that replaces it.</source>
        <translation>CMND 9 số và sổ hộ khẩu không còn giá trị sử dụng làm kết quả. Hãy dùng giấy tờ thay thế.</translation>
    </message>
    <message>
        <source>The issuing agency was merged; the paper stays valid. Successor: {name}.</source>
        <translation>Cơ quan ban hành đã sáp nhập, giấy tờ vẫn có giá trị. Đơn vị kế thừa: {name}.</translation>
    </message>
    <message>
        <source>The validity was checked more than 90 days ago. Check it again before it is sent.</source>
        <translation>Hiệu lực được kiểm tra cách đây hơn 90 ngày. Hãy kiểm tra lại trước khi gửi.</translation>
    </message>
    <message>
        <source>This dossier code is there already. Merge the dossiers or correct the code.</source>
        <translation>Trùng mã hồ sơ. Hãy gộp hồ sơ hoặc sửa mã.</translation>
    </message>
    <message>
        <source>Number, symbol, agency and year are those of another dossier. Correct the number or leave this one out.</source>
        <translation>Trùng số, ký hiệu, cơ quan và năm với hồ sơ khác. Hãy sửa số hoặc loại bản trùng.</translation>
    </message>
    <message>
        <source>The same number belongs to another owner. Compare the number with the paper.</source>
        <translation>Trùng số nhưng khác chủ giấy tờ. Hãy đối chiếu số với bản giấy.</translation>
    </message>
    <message>
        <source>The same file is there already. Leave one of the two out.</source>
        <translation>Trùng tệp. Hãy loại một trong hai bản.</translation>
    </message>
    <message>
        <source>A page looks like one in another dossier. Compare the two.</source>
        <translation>Trang giống trang của hồ sơ khác. Hãy so sánh hai trang.</translation>
    </message>
    <message>
        <source>Same owner, kind and date as another dossier. Check whether it is the same paper.</source>
        <translation>Cùng chủ, cùng loại, cùng ngày với hồ sơ khác. Hãy kiểm tra có phải một giấy tờ.</translation>
    </message>
    <message>
        <source>The original has been digitized already.</source>
        <translation>Đã có bản gốc được số hóa.</translation>
    </message>
    <message>
        <source>A blank page is left. Leave it out.</source>
        <translation>Còn trang trắng. Hãy loại trang này.</translation>
    </message>
    <message>
        <source>A page was left out as blank. Look at it once.</source>
        <translation>Có trang bị loại vì coi là trắng. Hãy xem lại một lần.</translation>
    </message>
    <message>
        <source>A page seems to belong to another dossier ({code}). Split or move it.</source>
        <translation>Có trang lạ, hình như thuộc hồ sơ khác ({code}). Hãy tách hoặc chuyển trang.</translation>
    </message>
    <message>
        <source>A process paper ({name}) is filed as a component. Leave it out or change its kind.</source>
        <translation>Giấy quy trình ({name}) không phải thành phần hồ sơ. Hãy loại hoặc đổi loại giấy.</translation>
    </message>
    <message>
        <source>The paper looks like a draft. Check whether the signed one is there.</source>
        <translation>Giấy tờ có vẻ là bản nháp. Hãy kiểm tra có bản đã ký không.</translation>
    </message>
    <message>
        <source>The pages are out of order. Put them in order.</source>
        <translation>Sai thứ tự trang. Hãy sắp xếp lại.</translation>
    </message>
    <message>
        <source>A page does not meet the standard for digitizing. Scan it again: colour, at least 200 dpi.</source>
        <translation>Ảnh không đạt chuẩn số hóa. Hãy quét lại: ảnh màu, từ 200 dpi.</translation>
    </message>
    <message>
        <source>A page is hard to read. Scan it again, or confirm that the paper itself is faint.</source>
        <translation>Trang mờ, khó đọc. Hãy quét lại hoặc xác nhận bản giấy mờ.</translation>
    </message>
    <message>
        <source>A page may lie the wrong way round. Turn it.</source>
        <translation>Trang có thể bị xoay. Hãy xoay lại cho đúng.</translation>
    </message>
    <message>
        <source>A streak runs through the pages. Clean the scanner&apos;s glass and scan again.</source>
        <translation>Có vệt bẩn trên các trang. Hãy lau kính máy quét rồi quét lại.</translation>
    </message>
    <message>
        <source>A page bears a secrecy mark or may not be copied. Stop and ask who is in charge.</source>
        <translation>Tài liệu có dấu mật hoặc không được sao chụp. Hãy dừng và hỏi người phụ trách.</translation>
    </message>
    <message>
        <source>A file is damaged or locked. Make it anew.</source>
        <translation>Tệp hỏng hoặc bị khóa. Hãy tạo lại tệp.</translation>
    </message>
    <message>
        <source>A file is larger than the repository allows. Scan with a lower resolution.</source>
        <translation>Tệp lớn hơn mức kho cho phép. Hãy quét với độ phân giải thấp hơn.</translation>
    </message>
    <message>
        <source>A file name contains personal data. Rename it.</source>
        <translation>Tên tệp chứa dữ liệu cá nhân. Hãy đổi tên.</translation>
    </message>
    <message>
        <source>“{field}” contains letters of an old encoding. Type it anew.</source>
        <translation>Trường “{field}” có ký tự sai bảng mã. Hãy gõ lại.</translation>
    </message>
    <message>
        <source>No procedure is chosen, or it was not in force then. Choose the procedure.</source>
        <translation>Chưa chọn đúng thủ tục. Hãy chọn thủ tục.</translation>
    </message>
    <message>
        <source>There is no result among the papers. Scan it or put it to this dossier.</source>
        <translation>Thiếu kết quả. Hãy quét kết quả hoặc chuyển vào hồ sơ này.</translation>
    </message>
    <message>
        <source>A component is missing: {name}. Scan it or say why it is not needed.</source>
        <translation>Thiếu thành phần: {name}. Hãy quét bổ sung hoặc ghi lý do không cần.</translation>
    </message>
    <message>
        <source>A paper is not on the procedure&apos;s list: {name}. Check that it belongs here.</source>
        <translation>Giấy tờ ngoài danh mục: {name}. Hãy kiểm tra có thuộc hồ sơ này.</translation>
    </message>
    <message>
        <source>“{field}” is empty. Fill it in.</source>
        <translation>Thiếu trường “{field}”. Hãy điền vào.</translation>
    </message>
    <message>
        <source>Pages are missing: counted {expected}, scanned {scanned}. Scan the rest.</source>
        <translation>Thiếu tờ: đếm {expected}, quét {scanned}. Hãy quét phần còn lại.</translation>
    </message>
    <message>
        <source>No signature or seal was found at the end. Check whether the last page is there.</source>
        <translation>Không thấy chữ ký hoặc con dấu ở cuối. Hãy kiểm tra trang ký, đóng dấu.</translation>
    </message>
    <message>
        <source>The text names an annex that is not there. Scan it.</source>
        <translation>Văn bản có nhắc phụ lục nhưng không thấy. Hãy quét phụ lục.</translation>
    </message>
    <message>
        <source>Page {page} of {total} is missing. Scan it.</source>
        <translation>Thiếu trang {page}/{total}. Hãy quét bổ sung.</translation>
    </message>
    <message>
        <source>The owner is not identified. Enter the personal ID, or name, birth date and home.</source>
        <translation>Chưa định danh chủ hồ sơ. Hãy nhập số định danh hoặc họ tên, ngày sinh.</translation>
    </message>
    <message>
        <source>Text layer or signature is missing.</source>
        <translation>Chưa có lớp văn bản hoặc chưa ký số.</translation>
    </message>
    <message>
        <source>A second result of this procedure is missing.</source>
        <translation>Thiếu kết quả liên thông.</translation>
    </message>
    <message>
        <source>The number of people in the list differs from the one stated.</source>
        <translation>Số người trong danh sách lệch với số ghi trong quyết định.</translation>
    </message>
    <message>
        <source>“{field}” differs from what the page says. Compare both.</source>
        <translation>Trường “{field}” khác nội dung quét. Hãy đối chiếu.</translation>
    </message>
    <message>
        <source>The personal ID has a wrong form: 12 digits beginning with 0. Correct it.</source>
        <translation>Số định danh sai cấu trúc: phải có 12 chữ số, bắt đầu bằng 0. Hãy sửa lại.</translation>
    </message>
    <message>
        <source>The province in the personal ID is not that of the birth registration. Check it.</source>
        <translation>Mã tỉnh trong số định danh không khớp nơi đăng ký khai sinh. Hãy kiểm tra.</translation>
    </message>
    <message>
        <source>“{field}” differs from the QR code of the card. Compare both.</source>
        <translation>Trường “{field}” khác dữ liệu mã QR. Hãy đối chiếu.</translation>
    </message>
    <message>
        <source>The machine-readable lines were misread. Compare the values.</source>
        <translation>Dòng máy đọc (MRZ) bị đọc sai. Hãy đối chiếu các giá trị.</translation>
    </message>
    <message>
        <source>An old identity number has nine digits. Correct it.</source>
        <translation>Số CMND phải có chín chữ số. Hãy sửa lại.</translation>
    </message>
    <message>
        <source>“{field}” is no possible date. Correct it.</source>
        <translation>“{field}” không phải ngày hợp lệ. Hãy sửa lại.</translation>
    </message>
    <message>
        <source>The date in the dossier code differs from the day of reception. Check the code.</source>
        <translation>Ngày trong mã hồ sơ khác ngày tiếp nhận. Hãy kiểm tra mã.</translation>
    </message>
    <message>
        <source>The agency in the dossier code is another one. Check the code.</source>
        <translation>Mã cơ quan trong mã hồ sơ không khớp. Hãy kiểm tra mã.</translation>
    </message>
    <message>
        <source>It was registered late.</source>
        <translation>Đăng ký quá hạn.</translation>
    </message>
    <message>
        <source>One of the couple was too young to marry on that day. Check the dates.</source>
        <translation>Chưa đủ tuổi kết hôn vào ngày đăng ký. Hãy kiểm tra các ngày.</translation>
    </message>
    <message>
        <source>An age is unusual. Check the dates.</source>
        <translation>Tuổi bất thường. Hãy kiểm tra các ngày.</translation>
    </message>
    <message>
        <source>The date in figures differs from the one in words. Compare both.</source>
        <translation>Ngày bằng số khác ngày bằng chữ. Hãy đối chiếu.</translation>
    </message>
    <message>
        <source>The issuing agency did not exist on {date}. Check agency and date.</source>
        <translation>Cơ quan cấp không tồn tại vào ngày {date}. Hãy kiểm tra cơ quan và ngày.</translation>
    </message>
    <message>
        <source>The agency&apos;s level does not fit the procedure on that day. Check both.</source>
        <translation>Cấp cơ quan không đúng thẩm quyền vào thời điểm đó. Hãy kiểm tra.</translation>
    </message>
    <message>
        <source>The place in the date line is not that of the agency. Check it.</source>
        <translation>Địa danh ở dòng ngày tháng không khớp cơ quan. Hãy kiểm tra.</translation>
    </message>
    <message>
        <source>“{value}” in the symbol is not a known abbreviation. Compare it with the paper.</source>
        <translation>“{value}” trong ký hiệu không có trong danh mục. Hãy đối chiếu với bản giấy.</translation>
    </message>
    <message>
        <source>The symbol does not fit the kind of paper. Check number and kind.</source>
        <translation>Ký hiệu không khớp loại giấy tờ. Hãy kiểm tra số và loại giấy.</translation>
    </message>
    <message>
        <source>Number and date do not follow those before and after. Compare them with the paper.</source>
        <translation>Số và ngày không theo thứ tự. Hãy đối chiếu với bản giấy.</translation>
    </message>
    <message>
        <source>The signer is not known for this agency and time.</source>
        <translation>Người ký chưa từng thấy ở cơ quan này vào thời gian đó.</translation>
    </message>
    <message>
        <source>Register book and date do not fit together. Check them.</source>
        <translation>Quyển số không khớp năm. Hãy kiểm tra.</translation>
    </message>
    <message>
        <source>“{value}” is not in the list for “{field}”. Choose a known one.</source>
        <translation>“{value}” không có trong danh mục của “{field}”. Hãy chọn giá trị đúng.</translation>
    </message>
    <message>
        <source>The person&apos;s details differ from another dossier. Compare them.</source>
        <translation>Thông tin người này khác với hồ sơ khác. Hãy đối chiếu.</translation>
    </message>
    <message>
        <source>“{field}” contains odd characters for a name. Correct it.</source>
        <translation>“{field}” có ký tự lạ trong họ tên. Hãy sửa lại.</translation>
    </message>
    <message>
        <source>“{field}” was read with little certainty. Compare it with the page and press Enter.</source>
        <translation>Trường “{field}” đọc rất không chắc. Hãy đối chiếu với trang rồi nhấn Enter.</translation>
    </message>
    <message>
        <source>“{field}” wants a look. Compare it with the page and press Enter.</source>
        <translation>Trường “{field}” cần xác nhận. Hãy đối chiếu với trang rồi nhấn Enter.</translation>
    </message>
    <message>
        <source>Rule %1 is not kept. Check the dossier.</source>
        <translation>Chưa đạt quy tắc %1. Hãy kiểm tra hồ sơ.</translation>
    </message>
    <message>
        <source>A page {type}. Scan it again.</source>
        <translation>Có trang {type}. Hãy quét lại.</translation>
    </message>
    <message>
        <source>“{field}” lies before “{earlier}”. Correct one of the dates.</source>
        <translation>“{field}” trước “{earlier}”. Hãy sửa lại ngày sai.</translation>
    </message>
    <message>
        <source>The personal ID does not fit “{other}”. Correct one of them.</source>
        <translation>Số định danh không khớp “{other}”. Hãy sửa lại chỗ sai.</translation>
    </message>
    <message>
        <source>If it applies: {name}.</source>
        <translation>Nếu thuộc trường hợp: {name}.</translation>
    </message>
    <message>
        <source>Shown at the counter only, need not be kept: {name}.</source>
        <translation>Giấy tờ chỉ xuất trình, không bắt buộc lưu: {name}.</translation>
    </message>
</context>
<context>
    <name>SyncTexts</name>
    <message>
        <source>less than a minute</source>
        <translation>chưa đến một phút</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>khoảng %1 phút</translation>
    </message>
    <message>
        <source>about %1 h %2 min</source>
        <translation>khoảng %1 giờ %2 phút</translation>
    </message>
    <message>
        <source>more than a day</source>
        <translation>hơn một ngày</translation>
    </message>
    <message numerus="yes">
        <source>Sending, %n dossier(s) to go…</source>
        <translation>
            <numerusform>Đang gửi, còn %n hồ sơ…</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 kB/s</source>
        <translation>%1 kB/giây</translation>
    </message>
    <message>
        <source>Nothing is being sent.</source>
        <translation>Không có gì đang gửi.</translation>
    </message>
    <message numerus="yes">
        <source>Everything is delivered; %n receipt(s) awaited.</source>
        <translation>
            <numerusform>Đã giao hết; đang chờ %n biên nhận.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is left waits for a person.</source>
        <translation>Phần còn lại chờ người xử lý.</translation>
    </message>
    <message>
        <source>Tried again at %1.</source>
        <translation>Thử lại lúc %1.</translation>
    </message>
    <message>
        <source>Waiting for the hours for sending; goes on at %1.</source>
        <translation>Chờ đến giờ được gửi; gửi tiếp lúc %1.</translation>
    </message>
    <message numerus="yes">
        <source>Paused. Nothing is lost; %n dossier(s) to go.</source>
        <translation>
            <numerusform>Đã tạm dừng. Không mất gì; còn %n hồ sơ.</numerusform>
        </translation>
    </message>
    <message>
        <source>The repository refuses this station&apos;s key. Sending goes on by itself when there is a new one.</source>
        <translation>Kho từ chối khóa của máy này. Khi có khóa mới, việc gửi tự tiếp tục.</translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minute(s) behind the repository&apos;s. Set it right.</source>
        <translation>
            <numerusform>Đồng hồ máy này chậm hơn kho %n phút. Hãy chỉnh lại.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minute(s) ahead of the repository&apos;s. Set it right.</source>
        <translation>
            <numerusform>Đồng hồ máy này nhanh hơn kho %n phút. Hãy chỉnh lại.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sohoa::ui::BatchSheetDialog</name>
    <message>
        <source>where the paper stands</source>
        <translation>nơi để giấy</translation>
    </message>
    <message>
        <source>Batch sheet</source>
        <translation>Phiếu lô</translation>
    </message>
    <message>
        <source>Batch sheet: %1</source>
        <translation>Phiếu lô: %1</translation>
    </message>
    <message>
        <source>what the next one should know</source>
        <translation>điều người sau cần biết</translation>
    </message>
    <message>
        <source>&amp;Agency</source>
        <translation>&amp;Cơ quan</translation>
    </message>
    <message>
        <source>&amp;Operator</source>
        <translation>&amp;Người quét</translation>
    </message>
    <message>
        <source>Box or shel&amp;f</source>
        <translation>&amp;Hộp hoặc kệ</translation>
    </message>
    <message>
        <source>No&amp;te</source>
        <translation>&amp;Ghi chú</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::CropMode</name>
    <message>
        <source>Drag the frame, or use the arrow keys (with Shift for the lower right corner).</source>
        <translation>Kéo khung, hoặc dùng phím mũi tên (giữ Shift để chỉnh góc dưới bên phải).</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>Giữ cả tờ</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Tự động</translation>
    </message>
    <message>
        <source>The machine finds the edges of the paper again.</source>
        <translation>Máy tự tìm lại mép giấy.</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Bỏ (Esc)</translation>
    </message>
    <message>
        <source>Keep this (Enter)</source>
        <translation>Giữ phần này (Enter)</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::DayChart</name>
    <message>
        <source>Dossiers by day</source>
        <translation>Hồ sơ theo ngày</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Đã tiếp nhận</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Đang gửi</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Sẵn sàng</translation>
    </message>
    <message>
        <source>Quota of one person</source>
        <translation>Định mức một người</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::DossierForm</name>
    <message>
        <source>Findings</source>
        <translation>Vấn đề</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Thành phần</translation>
    </message>
    <message>
        <source>&amp;Approve (Ctrl+Enter)</source>
        <translation>&amp;Duyệt (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Re&amp;open</source>
        <translation>&amp;Mở lại</translation>
    </message>
    <message>
        <source>Approving…</source>
        <translation>Đang duyệt…</translation>
    </message>
    <message>
        <source>Revision %1</source>
        <translation>Lần sửa %1</translation>
    </message>
    <message>
        <source> (page %1)</source>
        <translation> (trang %1)</translation>
    </message>
    <message>
        <source>Overruled: %1</source>
        <translation>Đã bỏ qua: %1</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>Mọi thứ đều ổn.</translation>
    </message>
    <message>
        <source>Findings (%1)</source>
        <translation>Vấn đề (%1)</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>trang %1</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>còn thiếu</translation>
    </message>
    <message>
        <source>if it applies</source>
        <translation>nếu thuộc trường hợp</translation>
    </message>
    <message>
        <source>Choose the procedure to see what it asks for.</source>
        <translation>Chọn thủ tục để xem thành phần cần có.</translation>
    </message>
    <message>
        <source>Components (%1 of %2)</source>
        <translation>Thành phần (%1/%2)</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::DossierListModel</name>
    <message numerus="yes">
        <source>%n p.</source>
        <comment>pages of a dossier</comment>
        <translation>
            <numerusform>%n tr.</numerusform>
        </translation>
    </message>
    <message>
        <source>no procedure yet</source>
        <translation>chưa rõ thủ tục</translation>
    </message>
    <message>
        <source>Dossier %1</source>
        <translation>Hồ sơ %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n page(s), %3</source>
        <translation>
            <numerusform>%1, %2, %n trang, %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sohoa::ui::DoubtCard</name>
    <message>
        <source>Kind of paper</source>
        <translation>Loại giấy tờ</translation>
    </message>
    <message>
        <source>Type a part of its title</source>
        <translation>Gõ một phần tên giấy tờ</translation>
    </message>
    <message>
        <source>Does a new dossier really begin here? (%1 % sure)</source>
        <translation>Có đúng hồ sơ mới bắt đầu từ đây không? (chắc %1 %)</translation>
    </message>
    <message>
        <source>&amp;Yes, it begins here</source>
        <translation>Đú&amp;ng, bắt đầu từ đây</translation>
    </message>
    <message>
        <source>&amp;No, to the one before</source>
        <translation>&amp;Không, thuộc hồ sơ trước</translation>
    </message>
    <message>
        <source>The papers speak of two owners. Are these two dossiers?</source>
        <translation>Giấy tờ nói về hai người. Đây có phải hai hồ sơ không?</translation>
    </message>
    <message>
        <source>This dossier is much longer than the others. Is a separator missing?</source>
        <translation>Hồ sơ này dài hơn hẳn các hồ sơ khác. Có thiếu tờ ngăn không?</translation>
    </message>
    <message>
        <source>&amp;Divide at page %1</source>
        <translation>&amp;Tách từ trang %1</translation>
    </message>
    <message>
        <source>&amp;Keep it whole</source>
        <translation>&amp;Giữ nguyên một hồ sơ</translation>
    </message>
    <message>
        <source>What is the paper on page %1?</source>
        <translation>Giấy tờ ở trang %1 là gì?</translation>
    </message>
    <message>
        <source>Is this what the paper on page %1 is? (%2 % sure)</source>
        <translation>Giấy tờ ở trang %1 có đúng là loại này không? (chắc %2 %)</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>&amp;Xác nhận</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::ErrorBar</name>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::FieldRow</name>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>còn trống</translation>
    </message>
    <message>
        <source>%1, %2 % sure</source>
        <comment>origin of a value and how sure it is</comment>
        <translation>%1, chắc %2 %</translation>
    </message>
    <message>
        <source>%1: press Enter to confirm it</source>
        <translation>%1: nhấn Enter để xác nhận</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::FolderWatch</name>
    <message>
        <source>Stop &amp;watching</source>
        <translation>Ngừng &amp;theo dõi</translation>
    </message>
    <message>
        <source>&amp;Watch a folder…</source>
        <translation>&amp;Theo dõi thư mục…</translation>
    </message>
    <message>
        <source>What a copier scans into the folder comes into the batch by itself.</source>
        <translation>Những gì máy photocopy quét vào thư mục sẽ tự vào lô.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) taken</source>
        <translation>
            <numerusform>đã nhận %n tệp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put aside as damaged</source>
        <translation>
            <numerusform>%n tệp hỏng để riêng</numerusform>
        </translation>
    </message>
    <message>
        <source>Watching “%1”: %2</source>
        <translation>Đang theo dõi “%1”: %2</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::LightsBar</name>
    <message>
        <source>in order</source>
        <translation>đạt</translation>
    </message>
    <message>
        <source>with warnings</source>
        <translation>có cảnh báo</translation>
    </message>
    <message>
        <source>not in order</source>
        <translation>chưa đạt</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Sống</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Sạch</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Đủ</translation>
    </message>
    <message>
        <source>Accurate</source>
        <translation>Chính xác</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>chưa kiểm tra</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::MainWindow</name>
    <message>
        <source>Sohoa – practice</source>
        <translation>Sohoa – luyện tập</translation>
    </message>
    <message>
        <source>Sohoa</source>
        <translation>Sohoa</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Quét</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Hàng chờ</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tra cứu</translation>
    </message>
    <message>
        <source>Scan or stop</source>
        <translation>Quét hoặc dừng</translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation>LUYỆN TẬP</translation>
    </message>
    <message>
        <source>A store of its own and a virtual scanner: nothing here is real.</source>
        <translation>Kho riêng và máy quét ảo: không có gì ở đây là hồ sơ thật.</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>&amp;Lô</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>chưa có</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n trang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s)</source>
        <translation>
            <numerusform>%n hồ sơ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading: %n page(s) to go</source>
        <translation>
            <numerusform>Đang đọc: còn %n trang</numerusform>
        </translation>
    </message>
    <message>
        <source>Pages are still coming in. Stop and close? What is shown is safe.</source>
        <translation>Trang vẫn đang vào. Dừng và đóng? Những trang đã hiện đều an toàn.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Dừng và đóng</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Chào mừng</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::OptionsDialog</name>
    <message>
        <source>Asking the scanner…</source>
        <translation>Đang hỏi máy quét…</translation>
    </message>
    <message>
        <source>All options of the scanner</source>
        <translation>Mọi tùy chọn của máy quét</translation>
    </message>
    <message>
        <source>As the scanner has it</source>
        <translation>Theo máy quét</translation>
    </message>
    <message>
        <source>Keep as a profile…</source>
        <translation>Lưu thành kiểu quét…</translation>
    </message>
    <message>
        <source>The scanner does not answer just now.</source>
        <translation>Máy quét hiện chưa trả lời.</translation>
    </message>
    <message>
        <source>Grey ones rest with the settings as they are, or are set beside the Scan button.</source>
        <translation>Mục màu xám chưa dùng được với thiết đặt hiện tại, hoặc được đặt ở cạnh nút Quét.</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Thực hiện</translation>
    </message>
    <message>
        <source>Keep as a profile</source>
        <translation>Lưu thành kiểu quét</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Tên kiểu quét</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::OutboxModel</name>
    <message>
        <source>Receipt is here, hash agrees</source>
        <translation>Đã có biên nhận, mã băm khớp</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>Biên nhận %1</translation>
    </message>
    <message>
        <source>Delivered, receipt is awaited</source>
        <translation>Đã nộp, chờ biên nhận</translation>
    </message>
    <message>
        <source>Ready to be queued</source>
        <translation>Sẵn sàng vào hàng chờ</translation>
    </message>
    <message>
        <source>%1 % sent</source>
        <translation>Đã gửi %1 %</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Chờ gửi</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Dossier code</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lô</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Ghi chú</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::PageListModel</name>
    <message>
        <source>left out</source>
        <translation>đã loại</translation>
    </message>
    <message>
        <source>separator</source>
        <translation>tờ ngăn</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>trắng</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>xem lại</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>chờ đọc</translation>
    </message>
    <message>
        <source>separator sheet</source>
        <translation>tờ ngăn</translation>
    </message>
    <message>
        <source>Page %1: %2</source>
        <translation>Trang %1: %2</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::PageView</name>
    <message>
        <source>Page</source>
        <translation>Trang</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::ProcedureChooser</name>
    <message>
        <source>Type a part of the name or code</source>
        <translation>Gõ một phần tên hoặc mã thủ tục</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::ProgressScreen</name>
    <message>
        <source>Enter the target…</source>
        <translation>Nhập chỉ tiêu…</translation>
    </message>
    <message>
        <source>of the valid dossiers</source>
        <translation>hồ sơ còn hiệu lực</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>đã tiếp nhận</translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>đang gửi</translation>
    </message>
    <message>
        <source>ready to send</source>
        <translation>sẵn sàng gửi</translation>
    </message>
    <message>
        <source>finished today</source>
        <translation>xong hôm nay</translation>
    </message>
    <message>
        <source>a working day</source>
        <translation>mỗi ngày làm</translation>
    </message>
    <message>
        <source>target reached</source>
        <translation>dự kiến đạt</translation>
    </message>
    <message>
        <source>Share of the target</source>
        <translation>Mức đạt chỉ tiêu</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 ngày qua</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 ngày qua</translation>
    </message>
    <message>
        <source>From the beginning</source>
        <translation>Từ đầu đợt</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Khoảng ngày</translation>
    </message>
    <message>
        <source>&amp;by</source>
        <translation>t&amp;heo</translation>
    </message>
    <message>
        <source>Save the report as %1</source>
        <translation>Lưu báo cáo dạng %1</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Finished by day</source>
        <translation>Hoàn thành theo ngày</translation>
    </message>
    <message>
        <source>Enter how many valid dossiers there are, to see the share and a forecast.</source>
        <translation>Hãy nhập tổng số hồ sơ còn hiệu lực để xem tỷ lệ và dự báo.</translation>
    </message>
    <message>
        <source>Target: %1 % of %2 valid dossiers, that is %3.</source>
        <translation>Chỉ tiêu: %1 % của %2 hồ sơ còn hiệu lực, tức %3 hồ sơ.</translation>
    </message>
    <message>
        <source>%1 a day are needed until %2.</source>
        <translation>Cần %1 hồ sơ mỗi ngày từ nay đến %2.</translation>
    </message>
    <message>
        <source>The deadline is over.</source>
        <translation>Đã quá hạn.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Đã tiếp nhận</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Đang gửi</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Sẵn sàng</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Bị trả lại</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Số trang</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Định mức</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Tổng cộng</translation>
    </message>
    <message>
        <source>Usual time a dossier: %1.</source>
        <translation>Thời gian thường cho một hồ sơ: %1.</translation>
    </message>
    <message>
        <source>%1 % rejected.</source>
        <translation>Tỷ lệ bị trả lại: %1 %.</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) taken up again.</source>
        <translation>
            <numerusform>%n hồ sơ phải mở lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only what the repository has accepted counts towards the quota.</source>
        <translation>Chỉ hồ sơ đã được kho tiếp nhận mới tính vào định mức.</translation>
    </message>
    <message>
        <source>report</source>
        <translation>bao cao</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::QueueScreen</name>
    <message>
        <source>&amp;Try again now</source>
        <translation>&amp;Thử lại ngay</translation>
    </message>
    <message>
        <source>&amp;Put right…</source>
        <translation>&amp;Sửa hồ sơ…</translation>
    </message>
    <message>
        <source>&amp;Close the batch</source>
        <translation>Đón&amp;g lô</translation>
    </message>
    <message>
        <source>&amp;Queue what is approved</source>
        <translation>Đưa &amp;vào hàng chờ</translation>
    </message>
    <message>
        <source>Dossiers on their way</source>
        <translation>Hồ sơ trên đường gửi</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lô</translation>
    </message>
    <message>
        <source>Nothing more is scanned into it. What is approved is queued, the rest follows.</source>
        <translation>Không quét thêm vào lô nữa. Hồ sơ đã duyệt vào hàng chờ, số còn lại theo sau.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Hàng chờ</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Gửi</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Nơi nhận</translation>
    </message>
    <message>
        <source>no target yet</source>
        <translation>chưa có nơi nhận</translation>
    </message>
    <message>
        <source>Add a target</source>
        <translation>Thêm nơi nhận</translation>
    </message>
    <message>
        <source>T&amp;arget</source>
        <translation>&amp;Nơi nhận</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Đã gửi</translation>
    </message>
    <message>
        <source>Nothing is waiting. Approve dossiers first (F3).</source>
        <translation>Chưa có gì chờ gửi. Hãy duyệt hồ sơ trước (F3).</translation>
    </message>
    <message>
        <source>Next attempt at %1.</source>
        <translation>Lần thử tới lúc %1.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>chưa có</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Queue %n approved dossier(s)</source>
        <translation>
            <numerusform>Đưa %n hồ sơ &amp;vào hàng chờ</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Dừng gửi</translation>
    </message>
    <message>
        <source>&amp;Send now</source>
        <translation>&amp;Gửi ngay</translation>
    </message>
    <message>
        <source>Add a target: the repository or a folder.</source>
        <translation>Hãy thêm nơi nhận: kho của tỉnh hoặc thư mục.</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) ready to be sent.</source>
        <translation>
            <numerusform>%n hồ sơ sẵn sàng gửi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is queued.</source>
        <translation>Hàng chờ đang trống.</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) of this batch are still to be reviewed. Close it nevertheless? They can be approved and queued later.</source>
        <translation>
            <numerusform>Lô này còn %n hồ sơ chưa kiểm tra. Vẫn đóng lô? Các hồ sơ đó vẫn duyệt và gửi sau được.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the batch</source>
        <translation>Đóng lô</translation>
    </message>
    <message>
        <source>S&amp;ign…</source>
        <translation>&amp;Ký số…</translation>
    </message>
    <message>
        <source>Signs approved dossiers with a token or a key file, before they are queued.</source>
        <translation>Ký số các hồ sơ đã duyệt bằng thiết bị ký số (token) hoặc tệp khóa, trước khi đưa vào hàng chờ.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Gửi tiếp</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>Tạm &amp;dừng</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::ReasonsDialog</name>
    <message>
        <source>Approve with a reason</source>
        <translation>Duyệt kèm lý do</translation>
    </message>
    <message>
        <source>These warnings stay with the dossier together with your reasons.</source>
        <translation>Các cảnh báo này được lưu cùng hồ sơ kèm lý do của bạn.</translation>
    </message>
    <message>
        <source>Compared with the paper: correct</source>
        <translation>Đã đối chiếu bản giấy: đúng</translation>
    </message>
    <message>
        <source>The paper itself is like this (faint, torn, old form)</source>
        <translation>Bản giấy như vậy (mờ, rách, mẫu cũ)</translation>
    </message>
    <message>
        <source>Not needed in this case</source>
        <translation>Không thuộc trường hợp phải có</translation>
    </message>
    <message>
        <source>Confirmed by the issuing agency</source>
        <translation>Cơ quan cấp đã xác nhận</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Lý do: %1</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <translation>&amp;Duyệt</translation>
    </message>
    <message>
        <source>&amp;First reason for all</source>
        <translation>Lý do đầu cho &amp;tất cả</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::ReviewScreen</name>
    <message>
        <source>No dossiers in this batch yet. Scan a stack first (F2).</source>
        <translation>Lô này chưa có hồ sơ. Hãy quét trước (F2).</translation>
    </message>
    <message>
        <source>Dossiers of the batch</source>
        <translation>Hồ sơ trong lô</translation>
    </message>
    <message>
        <source>Pages of the dossier</source>
        <translation>Trang của hồ sơ</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Trang trước</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Trang sau</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>Vừa chiều ngang</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Vừa cả trang</translation>
    </message>
    <message>
        <source>Turn the page to the right</source>
        <translation>Xoay trang sang phải</translation>
    </message>
    <message>
        <source>Leave the page out, or take it back</source>
        <translation>Loại trang, hoặc lấy lại</translation>
    </message>
    <message>
        <source>A new dossier begins with this page</source>
        <translation>Tách: hồ sơ mới bắt đầu từ trang này</translation>
    </message>
    <message>
        <source>Append the dossier to the one before</source>
        <translation>Gộp vào hồ sơ trước</translation>
    </message>
    <message>
        <source>Next dossier</source>
        <translation>Hồ sơ sau</translation>
    </message>
    <message>
        <source>Previous dossier</source>
        <translation>Hồ sơ trước</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <source>Choose a dossier at the left.</source>
        <translation>Chọn một hồ sơ ở bên trái.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Trang %1/%2</translation>
    </message>
    <message>
        <source>The picture of this page cannot be shown.</source>
        <translation>Không hiển thị được ảnh của trang này.</translation>
    </message>
    <message>
        <source>“%1” set</source>
        <translation>sửa “%1”</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>duyệt hồ sơ</translation>
    </message>
    <message>
        <source>page turned</source>
        <translation>xoay trang</translation>
    </message>
    <message>
        <source>page left out</source>
        <translation>loại trang</translation>
    </message>
    <message>
        <source>page taken back</source>
        <translation>lấy lại trang</translation>
    </message>
    <message>
        <source>dossier divided</source>
        <translation>tách hồ sơ</translation>
    </message>
    <message>
        <source>dossiers joined</source>
        <translation>nhập hồ sơ</translation>
    </message>
    <message>
        <source>page moved</source>
        <translation>chuyển trang</translation>
    </message>
    <message>
        <source>No text was read here.</source>
        <translation>Không đọc được chữ nào ở đây.</translation>
    </message>
    <message>
        <source>Hold to see the raw scan (F11)</source>
        <translation>Giữ để xem bản quét gốc (F11)</translation>
    </message>
    <message>
        <source>More to do with the page</source>
        <translation>Thao tác khác với trang</translation>
    </message>
    <message>
        <source>Move the page one place earlier</source>
        <translation>Chuyển trang lên một chỗ</translation>
    </message>
    <message>
        <source>Move the page one place later</source>
        <translation>Chuyển trang xuống một chỗ</translation>
    </message>
    <message>
        <source>Move the page to the dossier before</source>
        <translation>Chuyển trang sang hồ sơ trước</translation>
    </message>
    <message>
        <source>Move the page to the dossier after</source>
        <translation>Chuyển trang sang hồ sơ sau</translation>
    </message>
    <message>
        <source>Next doubtful thing</source>
        <translation>Chỗ phân vân kế tiếp</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Hoàn tác: %1</translation>
    </message>
    <message>
        <source>Do again: %1</source>
        <translation>Làm lại: %1</translation>
    </message>
    <message>
        <source>question answered</source>
        <translation>trả lời câu hỏi</translation>
    </message>
    <message>
        <source>page cropped</source>
        <translation>cắt trang</translation>
    </message>
    <message>
        <source>Crop the page</source>
        <translation>Cắt trang</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::ScanGuide</name>
    <message>
        <source>Turn the stack over</source>
        <translation>Lật chồng giấy</translation>
    </message>
    <message numerus="yes">
        <source>%n front(s) are in. Take the stack out as it lies, turn it over as a whole, last sheet on top, blank or not, and put it back into the feeder.</source>
        <translation>
            <numerusform>Đã quét %n mặt trước. Lấy cả chồng giấy ra như đang nằm, lật úp cả chồng để tờ cuối lên trên, kể cả tờ trắng, rồi đặt lại vào khay nạp.</numerusform>
        </translation>
    </message>
    <message>
        <source>Turned over: scan the backs</source>
        <translation>Đã lật: quét mặt sau</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Another page?</source>
        <translation>Còn trang nữa không?</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) from the glass so far. Lay the next one on it.</source>
        <translation>
            <numerusform>Đã quét %n trang trên mặt kính. Đặt trang tiếp theo lên.</numerusform>
        </translation>
    </message>
    <message>
        <source>Scan the next page</source>
        <translation>Quét trang tiếp theo</translation>
    </message>
    <message>
        <source>That was the last</source>
        <translation>Đó là trang cuối</translation>
    </message>
    <message>
        <source>The last pages that are safe</source>
        <translation>Những trang cuối đã an toàn</translation>
    </message>
    <message>
        <source>Look at the top of the stack: the sheet behind these is the next one.</source>
        <translation>So với chồng giấy: tờ ngay sau các trang này là tờ phải quét tiếp.</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>trang %1</translation>
    </message>
    <message>
        <source>Is sheet %1 in there twice?</source>
        <translation>Tờ %1 có bị quét hai lần không?</translation>
    </message>
    <message>
        <source>Pages %1 and %2 look the same: after the fault the sheet may have been put back although it had been scanned.</source>
        <translation>Trang %1 và trang %2 giống nhau: có thể sau sự cố, tờ này được đặt lại dù đã quét rồi.</translation>
    </message>
    <message>
        <source>Twice: leave the second out</source>
        <translation>Quét hai lần: bỏ trang sau</translation>
    </message>
    <message>
        <source>Both are right</source>
        <translation>Cả hai đều đúng</translation>
    </message>
    <message>
        <source>Scan the backs</source>
        <translation>Quét mặt sau</translation>
    </message>
    <message>
        <source>Go on with the stack</source>
        <translation>Quét tiếp chồng này</translation>
    </message>
    <message>
        <source>There are no backs</source>
        <translation>Không có mặt sau</translation>
    </message>
    <message>
        <source>It is done as it is</source>
        <translation>Coi như đã xong</translation>
    </message>
    <message>
        <source>The backs are still to be scanned</source>
        <translation>Còn mặt sau chưa quét</translation>
    </message>
    <message numerus="yes">
        <source>%n front(s) are in. Turn the stack over as a whole, last sheet on top, and put it into the feeder.</source>
        <translation>
            <numerusform>Đã quét %n mặt trước. Lật úp cả chồng để tờ cuối lên trên rồi đặt vào khay nạp.</numerusform>
        </translation>
    </message>
    <message>
        <source>A stack was not finished</source>
        <translation>Còn một chồng giấy quét dở</translation>
    </message>
    <message>
        <source>Scanning stopped before sheet %1. These pages are safe; put the stack back from sheet %1 on.</source>
        <translation>Việc quét dừng trước tờ %1. Các trang này đã an toàn; đặt lại chồng giấy từ tờ %1.</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::ScanScreen</name>
    <message>
        <source>&amp;Import files…</source>
        <translation>&amp;Nhập tệp…</translation>
    </message>
    <message>
        <source>Re&amp;view the dossiers</source>
        <translation>&amp;Kiểm tra hồ sơ</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lô</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Tên lô</translation>
    </message>
    <message>
        <source>Today’s batch</source>
        <translation>Lô hôm nay</translation>
    </message>
    <message>
        <source>Box or shelf. A new name makes a new batch.</source>
        <translation>Hộp hoặc giá. Tên mới sẽ tạo lô mới.</translation>
    </message>
    <message>
        <source>Pages &amp;expected</source>
        <translation>Số t&amp;rang</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>chưa đếm</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Máy quét</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>đã quét</translation>
    </message>
    <message>
        <source>read</source>
        <translation>đã đọc</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>dự kiến</translation>
    </message>
    <message>
        <source>Pages read</source>
        <translation>Trang đã đọc</translation>
    </message>
    <message>
        <source>Pages of the batch</source>
        <translation>Trang trong lô</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Đang chuẩn bị…</translation>
    </message>
    <message>
        <source>The scanner is warming up.</source>
        <translation>Máy quét đang khởi động.</translation>
    </message>
    <message>
        <source>Scanning sheet %1</source>
        <translation>Đang quét tờ %1</translation>
    </message>
    <message>
        <source>Each page is safe as soon as it is shown.</source>
        <translation>Trang hiện ra là đã được lưu an toàn.</translation>
    </message>
    <message numerus="yes">
        <source>Importing: %n page(s) so far</source>
        <translation>
            <numerusform>Đang nhập: đã được %n trang</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Đang dừng…</translation>
    </message>
    <message>
        <source>The pages shown are safe.</source>
        <translation>Các trang đã hiện đều an toàn.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Sẵn sàng</translation>
    </message>
    <message>
        <source>Put the stack into the feeder and press Scan, or drop pictures and PDFs here.</source>
        <translation>Đặt giấy vào khay rồi bấm Quét, hoặc thả ảnh và PDF vào đây.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) missing</source>
        <translation>
            <numerusform>Thiếu %n trang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) too many</source>
        <translation>
            <numerusform>Thừa %n trang</numerusform>
        </translation>
    </message>
    <message>
        <source>Counted %1, scanned %2: compare the stack with the pages.</source>
        <translation>Đếm được %1, quét được %2: hãy đối chiếu xấp giấy với các trang.</translation>
    </message>
    <message numerus="yes">
        <source>Scanned. Reading %n more page(s)…</source>
        <translation>
            <numerusform>Đã quét xong. Đang đọc, còn %n trang…</numerusform>
        </translation>
    </message>
    <message>
        <source>You can go on scanning or begin to review.</source>
        <translation>Có thể quét tiếp hoặc bắt đầu kiểm tra.</translation>
    </message>
    <message numerus="yes">
        <source>All %n page(s) read</source>
        <translation>
            <numerusform>Đã đọc xong %n trang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) to review.</source>
        <translation>
            <numerusform>%n hồ sơ cần kiểm tra.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing left to review in this batch.</source>
        <translation>Lô này không còn hồ sơ nào cần kiểm tra.</translation>
    </message>
    <message>
        <source>Stop (F5)</source>
        <translation>Dừng (F5)</translation>
    </message>
    <message>
        <source>Scan (F5)</source>
        <translation>Quét (F5)</translation>
    </message>
    <message>
        <source>Scanning sheet %1 / %2</source>
        <translation>Đang quét tờ %1 / %2</translation>
    </message>
    <message>
        <source>&amp;One dossier, for the citizen at the desk</source>
        <translation>&amp;Một hồ sơ, cho công dân đang chờ</translation>
    </message>
    <message>
        <source>The card on the glass, then the papers: everything scanned until you are done becomes one dossier.</source>
        <translation>Căn cước trên mặt kính, rồi giấy tờ trong khay: mọi trang quét cho đến khi xong đều vào một hồ sơ.</translation>
    </message>
    <message>
        <source>Reading the last pages…</source>
        <translation>Đang đọc những trang cuối…</translation>
    </message>
    <message>
        <source>The dossier opens by itself.</source>
        <translation>Hồ sơ sẽ tự mở.</translation>
    </message>
    <message>
        <source>The citizen’s dossier</source>
        <translation>Hồ sơ của công dân</translation>
    </message>
    <message>
        <source>Anything else?</source>
        <translation>Còn giấy tờ nào nữa không?</translation>
    </message>
    <message>
        <source>Lay the identity card on the glass, or the papers into the feeder, and press F5.</source>
        <translation>Đặt căn cước lên mặt kính hoặc giấy tờ vào khay nạp rồi nhấn F5.</translation>
    </message>
    <message>
        <source>Scan the next paper (F5), or press Done.</source>
        <translation>Quét giấy tiếp theo (F5) hoặc nhấn Xong.</translation>
    </message>
    <message>
        <source>&amp;Done: to the dossier</source>
        <translation>&amp;Xong, mở hồ sơ</translation>
    </message>
    <message>
        <source>Batch sheet: agency, operator, box or shelf, note</source>
        <translation>Phiếu lô: cơ quan, người quét, hộp hoặc kệ, ghi chú</translation>
    </message>
    <message>
        <source>fed</source>
        <translation>đã nạp</translation>
    </message>
    <message>
        <source>Waiting for paper</source>
        <translation>Đang chờ giấy</translation>
    </message>
    <message>
        <source>Lay the stack into the feeder: scanning begins by itself.</source>
        <translation>Đặt chồng giấy vào khay nạp: máy tự bắt đầu quét.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) from the glass</source>
        <translation>
            <numerusform>%n trang trên mặt kính</numerusform>
        </translation>
    </message>
    <message>
        <source>The fronts are in</source>
        <translation>Đã quét xong mặt trước</translation>
    </message>
    <message>
        <source>The stack is to be turned over now.</source>
        <translation>Bây giờ cần lật chồng giấy.</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::ScannerPanel</name>
    <message>
        <source>Glass</source>
        <translation>Mặt kính</translation>
    </message>
    <message>
        <source>Feeder, both sides</source>
        <translation>Khay nạp, hai mặt</translation>
    </message>
    <message>
        <source>Feeder</source>
        <translation>Khay nạp</translation>
    </message>
    <message>
        <source>Look for scanners again</source>
        <translation>Tìm lại máy quét</translation>
    </message>
    <message>
        <source>&amp;Both sides</source>
        <translation>&amp;Hai mặt</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Màu</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Thang xám</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>Đen trắng</translation>
    </message>
    <message>
        <source>S&amp;canner</source>
        <translation>&amp;Máy</translation>
    </message>
    <message>
        <source>So&amp;urce</source>
        <translation>&amp;Nguồn giấy</translation>
    </message>
    <message>
        <source>Co&amp;lour</source>
        <translation>Chế độ mà&amp;u</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>Độ phân &amp;giải</translation>
    </message>
    <message>
        <source>Looking for scanners…</source>
        <translation>Đang tìm máy quét…</translation>
    </message>
    <message>
        <source>No scanner was found. Switch it on and look again, or import files.</source>
        <translation>Không tìm thấy máy quét. Bật máy rồi tìm lại, hoặc nhập tệp.</translation>
    </message>
    <message>
        <source>%1 dpi</source>
        <translation>%1 dpi</translation>
    </message>
    <message>
        <source>Practice stack %1</source>
        <translation>Giấy luyện tập %1</translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation>&amp;Kiểu quét</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation>Tự chọn</translation>
    </message>
    <message>
        <source>Asking the scanner…</source>
        <translation>Đang hỏi máy quét…</translation>
    </message>
    <message>
        <source>With this scanner something of the papers may be missing:
%1</source>
        <translation>Với máy quét này, giấy tờ có thể bị thiếu:
%1</translation>
    </message>
    <message>
        <source>Scan all the same</source>
        <translation>Vẫn quét</translation>
    </message>
    <message>
        <source>Start when &amp;paper is laid in</source>
        <translation>Tự quét khi có &amp;giấy</translation>
    </message>
    <message>
        <source>All options…</source>
        <translation>Mọi tùy chọn…</translation>
    </message>
    <message>
        <source>&amp;Both sides, in two passes</source>
        <translation>&amp;Hai mặt, quét hai lượt</translation>
    </message>
    <message>
        <source>This feeder reads one side: first all fronts, then the stack is turned over for the backs.</source>
        <translation>Khay nạp này chỉ đọc một mặt: quét hết mặt trước, rồi lật chồng giấy để quét mặt sau.</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::SearchScreen</name>
    <message>
        <source>Name, personal ID, number, or any word of a paper</source>
        <translation>Họ tên, số định danh, số giấy tờ hoặc chữ bất kỳ trên giấy</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tra cứu</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Hiệu lực</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>Tìm thấy trong</translation>
    </message>
    <message>
        <source>Found dossiers</source>
        <translation>Hồ sơ tìm thấy</translation>
    </message>
    <message>
        <source>Nothing found. Marks and case do not matter; try fewer words.</source>
        <translation>Không tìm thấy. Không cần gõ dấu hay chữ hoa; hãy thử ít từ hơn.</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) found. Enter opens one.</source>
        <translation>
            <numerusform>Tìm thấy %n hồ sơ. Nhấn Enter để mở.</numerusform>
        </translation>
    </message>
    <message>
        <source>in force</source>
        <translation>còn hiệu lực</translation>
    </message>
    <message>
        <source>not in force</source>
        <translation>không còn hiệu lực</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::SendingLimits</name>
    <message>
        <source>Send only &amp;from</source>
        <translation>Chỉ gửi &amp;từ</translation>
    </message>
    <message>
        <source>Sending begins at</source>
        <translation>Bắt đầu gửi lúc</translation>
    </message>
    <message>
        <source>Sending ends at</source>
        <translation>Ngừng gửi lúc</translation>
    </message>
    <message>
        <source>At &amp;most</source>
        <translation>&amp;Không quá</translation>
    </message>
    <message>
        <source> KB/s</source>
        <translation> KB/giây</translation>
    </message>
    <message>
        <source>Most of the line that sending may take</source>
        <translation>Mức đường truyền tối đa dành cho việc gửi</translation>
    </message>
    <message>
        <source>to</source>
        <comment>hours</comment>
        <translation>đến</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::SettingsScreen</name>
    <message numerus="yes">
        <source>%n procedure(s) are known.</source>
        <translation>
            <numerusform>Danh mục có %n thủ tục.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The sum of %n procedure(s) from a table.</source>
        <translation>
            <numerusform>Tổng của %n thủ tục nhập từ bảng.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Đã lưu.</translation>
    </message>
    <message>
        <source>Remove the target “%1”? What was sent there stays there.</source>
        <translation>Bỏ nơi nhận “%1”? Những gì đã gửi vẫn còn ở đó.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Checking every file and row…</source>
        <translation>Đang kiểm tra từng tệp và từng dòng dữ liệu…</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>Mọi thứ đều ổn.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are wrong. Ask for help, and send the list that “sohoactl fsck” gives.</source>
        <translation>
            <numerusform>Có %n chỗ sai. Hãy nhờ hỗ trợ và gửi kèm danh sách do lệnh “sohoactl fsck” đưa ra.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Đang sao chép…</translation>
    </message>
    <message>
        <source>Copied to %1.</source>
        <translation>Đã sao chép vào %1.</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Hạn chót</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Bỏ</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>Bàn làm việc</translation>
    </message>
    <message>
        <source>as printed on its papers</source>
        <translation>như in trên giấy tờ</translation>
    </message>
    <message>
        <source>who works here</source>
        <translation>người làm việc tại đây</translation>
    </message>
    <message>
        <source>A&amp;gency</source>
        <translation>&amp;Cơ quan</translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation>&amp;Họ tên</translation>
    </message>
    <message>
        <source>The name stands beside everything that is done here, and is what the quota counts.</source>
        <translation>Họ tên đi kèm mọi thao tác và là căn cứ tính định mức.</translation>
    </message>
    <message>
        <source>Target and quota</source>
        <translation>Chỉ tiêu và định mức</translation>
    </message>
    <message>
        <source> a day</source>
        <translation> hồ sơ/ngày</translation>
    </message>
    <message>
        <source>55, 60 or 70 % by level of agency</source>
        <translation>55, 60 hoặc 70 % tùy cấp</translation>
    </message>
    <message>
        <source>not entered</source>
        <translation>chưa nhập</translation>
    </message>
    <message>
        <source>&amp;Quota a person</source>
        <translation>Đị&amp;nh mức một người</translation>
    </message>
    <message>
        <source>&amp;Share to reach</source>
        <translation>&amp;Tỷ lệ phải đạt</translation>
    </message>
    <message>
        <source>&amp;Valid dossiers</source>
        <translation>Hồ sơ còn hiệ&amp;u lực</translation>
    </message>
    <message>
        <source>Totals from a &amp;table…</source>
        <translation>Nhập tổng &amp;số từ bảng…</translation>
    </message>
    <message>
        <source>CSV with the columns code and total</source>
        <translation>Tệp CSV có hai cột code và total</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Theo màn hình nền</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>N&amp;gôn ngữ</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Màu sắc</translation>
    </message>
    <message>
        <source>Where dossiers are sent</source>
        <translation>Nơi nhận hồ sơ</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Nơi nhận</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>Thê&amp;m…</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>&amp;Import a catalogue…</source>
        <translation>Nhập &amp;danh mục…</translation>
    </message>
    <message>
        <source>A CSV table as the province hands it out. Faults are named by row and column; what is there already is replaced.</source>
        <translation>Bảng CSV do tỉnh cung cấp. Sai ở dòng nào, cột nào sẽ được chỉ rõ; thủ tục đã có được thay bằng bản mới.</translation>
    </message>
    <message>
        <source>Care and practice</source>
        <translation>Bảo trì và luyện tập</translation>
    </message>
    <message>
        <source>Chec&amp;k the store</source>
        <translation>&amp;Kiểm tra kho dữ liệu</translation>
    </message>
    <message>
        <source>&amp;Back up to a folder…</source>
        <translation>Sao &amp;lưu vào thư mục…</translation>
    </message>
    <message>
        <source>&amp;Practise with sample papers</source>
        <translation>L&amp;uyện tập với giấy mẫu</translation>
    </message>
    <message>
        <source>Not while pages are coming in.</source>
        <translation>Không đổi được khi đang quét.</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::SigningDialog</name>
    <message>
        <source>A &amp;token</source>
        <translation>&amp;Thiết bị ký số (token)</translation>
    </message>
    <message>
        <source>A &amp;key file (PKCS#12)</source>
        <translation>Tệp &amp;khóa (PKCS#12)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Sign approved dossiers</source>
        <translation>Ký số hồ sơ đã duyệt</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Đã ký</translation>
    </message>
    <message>
        <source>Approved dossiers</source>
        <translation>Hồ sơ đã duyệt</translation>
    </message>
    <message>
        <source>Sign with</source>
        <translation>Ký bằng</translation>
    </message>
    <message>
        <source>Choose the program of the token</source>
        <translation>Chọn thư viện của thiết bị ký số</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>Chọn tệp khóa</translation>
    </message>
    <message>
        <source>&amp;Program of the token</source>
        <translation>Thư &amp;viện của thiết bị</translation>
    </message>
    <message>
        <source>Key &amp;file</source>
        <translation>&amp;Tệp khóa</translation>
    </message>
    <message>
        <source>Officer who digitized it</source>
        <translation>Cán bộ số hóa</translation>
    </message>
    <message>
        <source>Agency (stands for the stamp)</source>
        <translation>Cơ quan (thay con dấu)</translation>
    </message>
    <message>
        <source>Sign &amp;as</source>
        <translation>Ký với &amp;tư cách</translation>
    </message>
    <message>
        <source>&amp;Certificate</source>
        <translation>&amp;Chứng thư số</translation>
    </message>
    <message>
        <source>serial number; only when there are several</source>
        <translation>số sê-ri; chỉ cần khi có nhiều chứng thư</translation>
    </message>
    <message>
        <source>T&amp;imestamp service</source>
        <translation>&amp;Dịch vụ dấu thời gian</translation>
    </message>
    <message>
        <source>none; otherwise an address with https://</source>
        <translation>không dùng; nếu dùng, địa chỉ bắt đầu bằng https://</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Mật khẩu</translation>
    </message>
    <message>
        <source>PI&amp;N</source>
        <translation>Mã PI&amp;N</translation>
    </message>
    <message>
        <source>Stop after this one</source>
        <translation>Dừng sau hồ sơ này</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Sign %n dossier(s)</source>
        <translation>
            <numerusform>&amp;Ký %n hồ sơ</numerusform>
        </translation>
    </message>
    <message>
        <source>The key is being opened…</source>
        <translation>Đang mở khóa ký…</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>đã ký</translation>
    </message>
    <message>
        <source>Signed %1 of %2</source>
        <translation>Đã ký %1/%2</translation>
    </message>
    <message>
        <source>was signed already</source>
        <translation>đã được ký từ trước</translation>
    </message>
    <message>
        <source>not signed yet</source>
        <translation>chưa ký</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) signed.</source>
        <translation>
            <numerusform>Đã ký %n hồ sơ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sohoa::ui::SleepWatch</name>
    <message>
        <source>A stack is being scanned</source>
        <translation>Đang quét một chồng giấy</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::TargetDialog</name>
    <message>
        <source>A &amp;folder or USB stick</source>
        <translation>&amp;Thư mục hoặc USB</translation>
    </message>
    <message>
        <source>The &amp;repository, over the line</source>
        <translation>Kho của tỉnh, &amp;qua đường truyền</translation>
    </message>
    <message>
        <source>Add a target</source>
        <translation>Thêm nơi nhận</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>Tê&amp;n</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Chọn thư mục</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>Chọn tệp mã khóa</translation>
    </message>
    <message>
        <source>Choose the certificate file</source>
        <translation>Chọn tệp chứng thư</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>Thư mụ&amp;c</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>Đị&amp;a chỉ</translation>
    </message>
    <message>
        <source>&amp;Key file</source>
        <translation>Tệp mã &amp;khóa</translation>
    </message>
    <message>
        <source>&amp;Certificate file</source>
        <translation>Tệp chứn&amp;g thư</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>Thê&amp;m</translation>
    </message>
    <message>
        <source>letters and digits, for example: kho-tinh</source>
        <translation>chữ không dấu, số; ví dụ: kho-tinh</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::ValidityEditor</name>
    <message>
        <source>Validity</source>
        <translation>Hiệu lực</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Chưa xác định</translation>
    </message>
    <message>
        <source>Without end</source>
        <translation>Không thời hạn</translation>
    </message>
    <message>
        <source>Until a date</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>Months from issue</source>
        <translation>Số tháng từ ngày cấp</translation>
    </message>
    <message>
        <source>Until an event</source>
        <translation>Đến khi có sự kiện</translation>
    </message>
    <message>
        <source>Expired or replaced</source>
        <translation>Hết hạn, bị thay thế</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Bị thu hồi</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>Last day in force</source>
        <translation>Ngày cuối còn hiệu lực</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Số tháng</translation>
    </message>
    <message>
        <source>what ends it</source>
        <translation>sự kiện chấm dứt</translation>
    </message>
    <message>
        <source>What ends it</source>
        <translation>Sự kiện chấm dứt</translation>
    </message>
</context>
<context>
    <name>sohoa::ui::WelcomeScreen</name>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Bắt đầu</translation>
    </message>
    <message>
        <source>Welcome to Sohoa</source>
        <translation>Chào mừng đến với Sohoa</translation>
    </message>
    <message>
        <source>From a stack of paper to checked dossiers in four steps. Each step has its screen at the left, and F1 explains the one you are on.</source>
        <translation>Từ xấp giấy đến hồ sơ đã kiểm tra chỉ qua bốn bước. Mỗi bước là một màn hình ở bên trái; nhấn F1 để xem hướng dẫn của màn hình đang mở.</translation>
    </message>
    <message>
        <source>&amp;Practise first, with sample papers</source>
        <translation>&amp;Luyện tập trước với giấy mẫu</translation>
    </message>
    <message>
        <source>1. Scan</source>
        <translation>1. Quét</translation>
    </message>
    <message>
        <source>Put the stack into the feeder and press F5. Each page is safe as soon as it is shown.</source>
        <translation>Đặt xấp giấy vào khay nạp rồi nhấn F5. Trang hiện ra là đã được lưu an toàn.</translation>
    </message>
    <message>
        <source>2. Review</source>
        <translation>2. Kiểm tra</translation>
    </message>
    <message>
        <source>Sohoa sorts and reads. You look at what it doubts: Enter confirms and goes on.</source>
        <translation>Sohoa tự tách và đọc hồ sơ. Bạn chỉ xem những chỗ còn phân vân: Enter để xác nhận và đi tiếp.</translation>
    </message>
    <message>
        <source>3. Send</source>
        <translation>3. Gửi</translation>
    </message>
    <message>
        <source>Approved dossiers wait here and go out when there is a line, or onto a stick.</source>
        <translation>Hồ sơ đã duyệt nằm ở hàng chờ, gửi đi khi có mạng hoặc ghi ra USB.</translation>
    </message>
    <message>
        <source>4. Count</source>
        <translation>4. Tổng hợp</translation>
    </message>
    <message>
        <source>What the province has accepted counts; the weekly report writes itself.</source>
        <translation>Hồ sơ được tỉnh tiếp nhận là được tính; báo cáo tuần tự lập.</translation>
    </message>
    <message>
        <source>for example: UBND xã Hoa Lâm Thượng</source>
        <translation>ví dụ: UBND xã Hoa Lâm Thượng</translation>
    </message>
    <message>
        <source>Your a&amp;gency</source>
        <translation>&amp;Cơ quan</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>&amp;Họ tên</translation>
    </message>
    <message>
        <source>Both are needed: the agency stands in every dossier, your name beside everything you do.</source>
        <translation>Cần điền cả hai: tên cơ quan ghi trong mọi hồ sơ, họ tên đi kèm mọi thao tác của bạn.</translation>
    </message>
</context>
<context>
    <name>sohoactl</name>
    <message>
        <source>Try “sohoactl help”.</source>
        <translation>Hãy thử “sohoactl help”.</translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 to %3, not “%4”.</source>
        <translation>--%1 nhận số nguyên từ %2 đến %3, không nhận “%4”.</translation>
    </message>
    <message>
        <source>There is no option %1 here.</source>
        <translation>Ở đây không có tùy chọn %1.</translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation>--%1 không nhận giá trị.</translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation>--%1 cần có giá trị.</translation>
    </message>
    <message>
        <source>--%1 is given twice.</source>
        <translation>--%1 bị nêu hai lần.</translation>
    </message>
    <message>
        <source>no procedure yet</source>
        <translation>chưa rõ thủ tục</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 trang</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>trắng</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation>%1 từ</translation>
    </message>
    <message>
        <source>“%1” is no id.</source>
        <translation>“%1” không phải mã định danh.</translation>
    </message>
    <message>
        <source>Name the files to convert, and the PDF with --pdf.</source>
        <translation>Hãy nêu các tệp cần chuyển và tệp PDF sau --pdf.</translation>
    </message>
    <message>
        <source>%1 of %2 pages read</source>
        <translation>đã đọc %1/%2 trang</translation>
    </message>
    <message>
        <source>%1: %2 pages.</source>
        <translation>%1: %2 trang.</translation>
    </message>
    <message>
        <source>Cleans and reads pages into a searchable PDF/A, without a store.</source>
        <translation>Làm sạch và đọc trang thành PDF/A tìm được chữ, không cần kho.</translation>
    </message>
    <message>
        <source>Name the dossier, and the page with which the new one begins.</source>
        <translation>Hãy nêu hồ sơ và trang bắt đầu hồ sơ mới.</translation>
    </message>
    <message>
        <source>Name the dossier that stays and those that go into it.</source>
        <translation>Hãy nêu hồ sơ giữ lại và các hồ sơ gộp vào.</translation>
    </message>
    <message>
        <source>Name the page, and the dossier it goes to.</source>
        <translation>Hãy nêu trang và hồ sơ nhận trang.</translation>
    </message>
    <message>
        <source>Name the page, and 90, 180 or 270.</source>
        <translation>Hãy nêu trang và 90, 180 hoặc 270.</translation>
    </message>
    <message>
        <source>Name the page.</source>
        <translation>Hãy nêu trang.</translation>
    </message>
    <message>
        <source>The pages from PAGE on become a dossier of their own.</source>
        <translation>Các trang từ PAGE trở đi thành một hồ sơ riêng.</translation>
    </message>
    <message>
        <source>Puts dossiers together.</source>
        <translation>Gộp các hồ sơ.</translation>
    </message>
    <message>
        <source>Moves a page into another dossier.</source>
        <translation>Chuyển trang sang hồ sơ khác.</translation>
    </message>
    <message>
        <source>Turns a page clockwise and reads it again.</source>
        <translation>Xoay trang theo chiều kim đồng hồ rồi đọc lại.</translation>
    </message>
    <message>
        <source>Leaves a page out of the archive copy; it is kept.</source>
        <translation>Loại trang khỏi bản lưu; trang vẫn được giữ.</translation>
    </message>
    <message>
        <source>Takes a page that was left out back in.</source>
        <translation>Lấy lại trang đã loại.</translation>
    </message>
    <message>
        <source>Practice %1</source>
        <translation>Luyện tập %1</translation>
    </message>
    <message>
        <source>Feeding %1 through the virtual scanner</source>
        <translation>Nạp %1 qua máy quét ảo</translation>
    </message>
    <message>
        <source>page %1 is safe</source>
        <translation>trang %1 đã lưu an toàn</translation>
    </message>
    <message>
        <source>Review: what was read, what a clerk adds, what the gate says</source>
        <translation>Kiểm tra: nội dung đọc được, phần cán bộ bổ sung, kết quả kiểm tra</translation>
    </message>
    <message>
        <source>    typed by hand: %1 = %2</source>
        <translation>    nhập tay: %1 = %2</translation>
    </message>
    <message>
        <source>seen in practice mode</source>
        <translation>đã xem ở chế độ luyện tập</translation>
    </message>
    <message>
        <source>Hand-over to a folder, as to a USB stick, and the receipts back</source>
        <translation>Nộp vào thư mục như vào USB, và lấy biên nhận về</translation>
    </message>
    <message>
        <source>What was made</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>%1 pages, %2 dossiers, %3 values typed by hand, %4 accepted by the repository, in %5 s.</source>
        <translation>%1 trang, %2 hồ sơ, %3 giá trị nhập tay, %4 hồ sơ được kho nhận, trong %5 giây.</translation>
    </message>
    <message>
        <source>Store: %1</source>
        <translation>Kho dữ liệu: %1</translation>
    </message>
    <message>
        <source>Packages and receipts: %1</source>
        <translation>Gói hồ sơ và biên nhận: %1</translation>
    </message>
    <message>
        <source>PDFs and texts: %1</source>
        <translation>PDF và văn bản: %1</translation>
    </message>
    <message>
        <source>demo takes no files.</source>
        <translation>demo không nhận tệp.</translation>
    </message>
    <message>
        <source>The whole job on the practice stacks, from feeder to receipt.</source>
        <translation>Toàn bộ công việc trên các xấp giấy luyện tập, từ khay nạp đến biên nhận.</translation>
    </message>
    <message>
        <source>--state is draft, review, approved, queued, sent, accepted or rejected.</source>
        <translation>--state là draft, review, approved, queued, sent, accepted hoặc rejected.</translation>
    </message>
    <message>
        <source>Name the dossiers to show.</source>
        <translation>Hãy nêu các hồ sơ cần xem.</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Hiệu lực</translation>
    </message>
    <message>
        <source>Name the dossiers to check.</source>
        <translation>Hãy nêu các hồ sơ cần kiểm tra.</translation>
    </message>
    <message>
        <source>%1: nothing found, all four lights are green.</source>
        <translation>%1: không có vấn đề, cả bốn đèn đều xanh.</translation>
    </message>
    <message>
        <source>--set takes FIELD=VALUE, not “%1”.</source>
        <translation>--set nhận FIELD=VALUE, không nhận “%1”.</translation>
    </message>
    <message>
        <source>Name one dossier to tag.</source>
        <translation>Hãy nêu một hồ sơ cần gắn thông tin.</translation>
    </message>
    <message>
        <source>--override takes RULE=REASON, not “%1”.</source>
        <translation>--override nhận RULE=REASON, không nhận “%1”.</translation>
    </message>
    <message>
        <source>Name the dossiers to approve.</source>
        <translation>Hãy nêu các hồ sơ cần duyệt.</translation>
    </message>
    <message>
        <source>Name the dossiers to reopen.</source>
        <translation>Hãy nêu các hồ sơ cần mở lại.</translation>
    </message>
    <message>
        <source>Name one dossier, and the folder with --to.</source>
        <translation>Hãy nêu một hồ sơ và thư mục sau --to.</translation>
    </message>
    <message>
        <source>What are you looking for?</source>
        <translation>Cần tìm gì?</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Không tìm thấy.</translation>
    </message>
    <message>
        <source>Lists the batches.</source>
        <translation>Liệt kê các lô.</translation>
    </message>
    <message>
        <source>Lists the dossiers.</source>
        <translation>Liệt kê các hồ sơ.</translation>
    </message>
    <message>
        <source>Shows a dossier with its pages and fields.</source>
        <translation>Xem hồ sơ với các trang và trường.</translation>
    </message>
    <message>
        <source>Tags a dossier.</source>
        <translation>Gắn thông tin cho hồ sơ.</translation>
    </message>
    <message>
        <source>The quality gate: a line a finding.</source>
        <translation>Kiểm tra chất lượng: mỗi vấn đề một dòng.</translation>
    </message>
    <message>
        <source>Approves: writes the PDFs and the package.</source>
        <translation>Duyệt: ghi các tệp PDF và gói hồ sơ.</translation>
    </message>
    <message>
        <source>Takes an approved or rejected dossier back into review.</source>
        <translation>Đưa hồ sơ đã duyệt hoặc bị từ chối về kiểm tra.</translation>
    </message>
    <message>
        <source>PDFs, texts and record as files.</source>
        <translation>Xuất PDF, văn bản và dữ liệu hồ sơ ra tệp.</translation>
    </message>
    <message>
        <source>Searches everything this station ever made.</source>
        <translation>Tra cứu mọi hồ sơ trạm này đã làm.</translation>
    </message>
    <message>
        <source>Name the batch to close.</source>
        <translation>Hãy nêu lô cần đóng.</translation>
    </message>
    <message>
        <source>Name the dossier to send again.</source>
        <translation>Hãy nêu hồ sơ cần gửi lại.</translation>
    </message>
    <message>
        <source>Name the target and its address: tus+https://… or folder:PATH.</source>
        <translation>Hãy nêu tên nơi nhận và địa chỉ: tus+https://… hoặc folder:PATH.</translation>
    </message>
    <message>
        <source>Name the target to remove.</source>
        <translation>Hãy nêu nơi nhận cần xóa.</translation>
    </message>
    <message>
        <source>Closes a batch; its approved dossiers wait to be sent.</source>
        <translation>Đóng lô; hồ sơ đã duyệt trong lô chờ gửi.</translation>
    </message>
    <message>
        <source>Puts approved dossiers into the outbox and lists it.</source>
        <translation>Đưa hồ sơ đã duyệt vào hàng chờ và liệt kê.</translation>
    </message>
    <message>
        <source>Tries a failed dossier again with the next sync.</source>
        <translation>Thử lại hồ sơ gửi lỗi trong lần đồng bộ tới.</translation>
    </message>
    <message>
        <source>Adds a repository target: tus+https://… or folder:PATH.</source>
        <translation>Thêm nơi nhận: tus+https://… hoặc folder:PATH.</translation>
    </message>
    <message>
        <source>Lists the targets.</source>
        <translation>Liệt kê các nơi nhận.</translation>
    </message>
    <message>
        <source>Removes a target.</source>
        <translation>Xóa nơi nhận.</translation>
    </message>
    <message>
        <source>while reading</source>
        <translation>khi đọc</translation>
    </message>
    <message>
        <source>%1 of %2 pages stored, %3 read</source>
        <translation>đã lưu %1/%2 trang, đã đọc %3</translation>
    </message>
    <message>
        <source>%1 pages stored, %2 read</source>
        <translation>đã lưu %1 trang, đã đọc %2</translation>
    </message>
    <message>
        <source>%1 pages, %2 dossiers to review.</source>
        <translation>%1 trang, %2 hồ sơ cần kiểm tra.</translation>
    </message>
    <message>
        <source>%1 pages were expected, %2 were stored. Count the sheets and feed what is missing.</source>
        <translation>Dự kiến %1 trang, đã lưu %2 trang. Hãy đếm lại và nạp phần còn thiếu.</translation>
    </message>
    <message>
        <source>scan needs --device, as “sohoactl devices” shows it.</source>
        <translation>scan cần --device, như “sohoactl devices” liệt kê.</translation>
    </message>
    <message>
        <source>--mode is color, gray or lineart.</source>
        <translation>--mode là color, gray hoặc lineart.</translation>
    </message>
    <message>
        <source>Name the files or folders to take in.</source>
        <translation>Hãy nêu các tệp hoặc thư mục cần nhập.</translation>
    </message>
    <message>
        <source>The same from images and PDFs.</source>
        <translation>Như trên, từ ảnh và tệp PDF.</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 cần có giá trị.</translation>
    </message>
    <message>
        <source>Sohoa from the command line: scan, read, tag, approve and send dossiers.</source>
        <translation>Sohoa từ dòng lệnh: quét, đọc, gắn thông tin, duyệt và gửi hồ sơ.</translation>
    </message>
    <message>
        <source>Which command?</source>
        <translation>Lệnh nào?</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Không có lệnh “%1”.</translation>
    </message>
    <message>
        <source>No scanner found. Switch it on, plug it in and try again.</source>
        <translation>Không tìm thấy máy quét. Bật máy, cắm cáp rồi thử lại.</translation>
    </message>
    <message>
        <source>Name one device, as “sohoactl devices” shows it.</source>
        <translation>Hãy nêu một máy quét như “sohoactl devices” liệt kê.</translation>
    </message>
    <message>
        <source> (inactive)</source>
        <translation> (đang tắt)</translation>
    </message>
    <message>
        <source>Lists the scanners that SANE finds, and the practice scanners.</source>
        <translation>Liệt kê các máy quét SANE tìm thấy và máy quét luyện tập.</translation>
    </message>
    <message>
        <source>Lists every option of a scanner.</source>
        <translation>Liệt kê mọi tùy chọn của máy quét.</translation>
    </message>
    <message>
        <source>Name one CSV file.</source>
        <translation>Hãy nêu một tệp CSV.</translation>
    </message>
    <message>
        <source>%1 procedures imported.</source>
        <translation>Đã nhập %1 thủ tục.</translation>
    </message>
    <message>
        <source> (mended)</source>
        <translation> (đã sửa)</translation>
    </message>
    <message>
        <source>The store is in order.</source>
        <translation>Kho dữ liệu không có lỗi.</translation>
    </message>
    <message>
        <source>Name the folder for the copy.</source>
        <translation>Hãy nêu thư mục cho bản sao.</translation>
    </message>
    <message>
        <source>The store is copied to %1.</source>
        <translation>Đã sao lưu kho vào %1.</translation>
    </message>
    <message>
        <source>Name one PDF or package to verify.</source>
        <translation>Hãy nêu một tệp PDF hoặc gói hồ sơ cần kiểm tra.</translation>
    </message>
    <message>
        <source>no PDF/A</source>
        <translation>không phải PDF/A</translation>
    </message>
    <message>
        <source>with text</source>
        <translation>có lớp văn bản</translation>
    </message>
    <message>
        <source>without text</source>
        <translation>không có lớp văn bản</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>đã ký</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>chưa ký</translation>
    </message>
    <message>
        <source>Takes procedures into the catalogue.</source>
        <translation>Nhập thủ tục vào danh mục.</translation>
    </message>
    <message>
        <source>Lists the procedures of the catalogue.</source>
        <translation>Liệt kê các thủ tục trong danh mục.</translation>
    </message>
    <message>
        <source>Looks at every file, row and link of the store.</source>
        <translation>Kiểm tra mọi tệp, dòng và liên kết trong kho.</translation>
    </message>
    <message>
        <source>Copies the store while it is in use.</source>
        <translation>Sao lưu kho trong khi đang dùng.</translation>
    </message>
    <message>
        <source>Says what a PDF or a package is, and whether it is sound.</source>
        <translation>Cho biết tệp PDF hoặc gói hồ sơ là gì và có đúng quy cách không.</translation>
    </message>
    <message>
        <source>Finishing what was interrupted: %1 pages to read</source>
        <translation>Đang làm nốt phần bị gián đoạn: còn %1 trang cần đọc</translation>
    </message>
    <message>
        <source>“%1” is no day. Write it as 2026-11-23.</source>
        <translation>“%1” không phải là ngày. Hãy viết dạng 2026-11-23.</translation>
    </message>
    <message>
        <source>--by takes user, day, procedure, batch or agency.</source>
        <translation>--by nhận user, day, procedure, batch hoặc agency.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Đã ghi: %1</translation>
    </message>
    <message>
        <source>--format takes csv, json or pdf.</source>
        <translation>--format nhận csv, json hoặc pdf.</translation>
    </message>
    <message>
        <source>the campaign’s figures of the last seven days, or of the days named</source>
        <translation>số liệu của đợt trong bảy ngày qua, hoặc trong những ngày được nêu</translation>
    </message>
    <message>
        <source>Profiles are archive, compact, bilevel and master.</source>
        <translation>Các mức nén là archive, compact, bilevel và master.</translation>
    </message>
    <message>
        <source>Levels of PDF/A are 2u, 2b and 1b.</source>
        <translation>Các mức PDF/A là 2u, 2b và 1b.</translation>
    </message>
    <message>
        <source>Takes the files in that a copier drops into a folder, each when it is whole.</source>
        <translation>Nhập các tệp máy photocopy thả vào thư mục, khi từng tệp đã trọn vẹn.</translation>
    </message>
    <message>
        <source>Waiting for paper in the feeder…</source>
        <translation>Đang chờ giấy trong khay nạp…</translation>
    </message>
    <message>
        <source>Page %1 is in. Lay the next one on the glass and press Enter (q: that was the last).</source>
        <translation>Đã quét trang %1. Đặt trang tiếp lên mặt kính rồi nhấn Enter (q: hết trang).</translation>
    </message>
    <message>
        <source>%1 fronts are in. Take the stack from the tray, turn it over as it lies, put it back into the feeder and press Enter (q: later).</source>
        <translation>Đã quét %1 mặt trước. Lấy xấp giấy ở khay ra, lật nguyên xấp, đặt lại vào khay nạp rồi nhấn Enter (q: để sau).</translation>
    </message>
    <message>
        <source>Sheet %1 looks as if it was fed before: page %2 is like page %3. Compare them; “sohoactl exclude %2” leaves it out, “sohoactl confirm %2” keeps both.</source>
        <translation>Tờ %1 có vẻ đã được quét: trang %2 giống trang %3. Hãy so hai trang; “sohoactl exclude %2” để bỏ ra, “sohoactl confirm %2” để giữ cả hai.</translation>
    </message>
    <message>
        <source>--backs is reversed (the stack was turned over as it lay) or same.</source>
        <translation>--backs là reversed (lật nguyên cả xấp) hoặc same (cùng thứ tự).</translation>
    </message>
    <message>
        <source>--two-pass is for feeders that read one side: not with --duplex or --pages.</source>
        <translation>--two-pass dành cho khay nạp quét một mặt: không dùng cùng --duplex hoặc --pages.</translation>
    </message>
    <message>
        <source>Going on with the stack that was stopped, from sheet %1 on (--new-stack: this is another one).</source>
        <translation>Tiếp tục xấp giấy đang dở từ tờ %1 (--new-stack: đây là xấp khác).</translation>
    </message>
    <message>
        <source>Name the page to scan again, and --device.</source>
        <translation>Hãy nêu trang cần quét lại và --device.</translation>
    </message>
    <message>
        <source>Scans until the feeder is empty and makes dossiers of the pages. After a fault the same command goes on where the stack stopped.</source>
        <translation>Quét đến khi hết giấy trong khay và lập hồ sơ từ các trang. Sau sự cố, gõ lại lệnh đó để quét tiếp từ chỗ dừng.</translation>
    </message>
    <message>
        <source>Scans a page once more and puts it in the place of the old one, which is kept but left out.</source>
        <translation>Quét lại một trang và thay vào chỗ trang cũ; trang cũ được giữ nhưng bỏ ra ngoài.</translation>
    </message>
    <message>
        <source>A page that looked as if it was fed twice is right as it is.</source>
        <translation>Xác nhận trang giống trang đã quét là đúng, giữ cả hai.</translation>
    </message>
    <message>
        <source>What was fed, scanned, stored and expected, stack by stack.</source>
        <translation>Số mặt đã nạp, đã quét, đã lưu và dự kiến của từng xấp giấy.</translation>
    </message>
    <message>
        <source>Fed %1, scanned %2, stored %3</source>
        <translation>Đã nạp %1, đã quét %2, đã lưu %3</translation>
    </message>
    <message>
        <source>, expected %1</source>
        <translation>, dự kiến %1</translation>
    </message>
    <message>
        <source>Put the stack back from sheet %1 on; “sohoactl scan … --resume” goes on.</source>
        <translation>Đặt lại giấy từ tờ %1; “sohoactl scan … --resume” để quét tiếp.</translation>
    </message>
    <message>
        <source>Turn the stack over and put it into the feeder; “sohoactl scan … --two-pass --resume” scans the backs.</source>
        <translation>Lật xấp giấy, đặt lại vào khay nạp; “sohoactl scan … --two-pass --resume” để quét các mặt sau.</translation>
    </message>
    <message>
        <source>%1: %2 pages</source>
        <translation>%1: %2 trang</translation>
    </message>
    <message>
        <source>%1: was taken before</source>
        <translation>%1: đã nhập trước đó</translation>
    </message>
    <message>
        <source>Name the folder to watch.</source>
        <translation>Hãy nêu thư mục cần theo dõi.</translation>
    </message>
    <message>
        <source>The report is in %1. It names no person, no number and no address; look through it before you pass it on.</source>
        <translation>Báo cáo nằm ở %1. Trong đó không có tên người, số máy hay địa chỉ; hãy xem lại trước khi gửi đi.</translation>
    </message>
    <message>
        <source>The profile “%1” is there.</source>
        <translation>Đã có cấu hình quét “%1”.</translation>
    </message>
    <message>
        <source>profiles takes list, show ID, export ID -o FILE, import FILE, bind ID --device D, try ID --device D or --report FILE, or remove ID.</source>
        <translation>profiles nhận list, show ID, export ID -o TỆP, import TỆP, bind ID --device D, try ID --device D hoặc --report TỆP, hoặc remove ID.</translation>
    </message>
    <message>
        <source>Scan profiles: those that ship, the administrator&apos;s and your own.</source>
        <translation>Kiểu quét: có sẵn, của quản trị và của riêng bạn.</translation>
    </message>
    <message>
        <source>The profile “%1” is for any scanner: name one with --device.</source>
        <translation>Cấu hình “%1” dùng cho mọi máy quét: hãy chỉ một máy bằng --device.</translation>
    </message>
    <message>
        <source>Nothing has been scanned: with these changes something of the papers may be missing. Choose another profile, or add --accept-changes.</source>
        <translation>Chưa quét gì: với các thay đổi này, giấy tờ có thể bị thiếu nội dung. Hãy chọn cấu hình khác, hoặc thêm --accept-changes.</translation>
    </message>
    <message>
        <source>devices takes nothing, or report DEVICE -o FILE.</source>
        <translation>devices không nhận gì thêm, hoặc report MÁY -o TỆP.</translation>
    </message>
    <message>
        <source>There is no terminal to ask at; give --pin-file.</source>
        <translation>Không có cửa sổ dòng lệnh để hỏi mã PIN; hãy dùng --pin-file.</translation>
    </message>
    <message>
        <source>Name the key: --token-module for a token, or --p12 for a key file.</source>
        <translation>Cho biết khóa ký: --token-module với thiết bị ký số, hoặc --p12 với tệp khóa.</translation>
    </message>
    <message>
        <source>--role is officer or agency.</source>
        <translation>--role là officer (cán bộ) hoặc agency (cơ quan).</translation>
    </message>
    <message>
        <source>--tsa takes an address that begins with http:// or https://.</source>
        <translation>--tsa cần một địa chỉ bắt đầu bằng http:// hoặc https://.</translation>
    </message>
    <message>
        <source>Password of %1:</source>
        <translation>Mật khẩu của %1:</translation>
    </message>
    <message>
        <source>PIN of the signing token:</source>
        <translation>Mã PIN của thiết bị ký số:</translation>
    </message>
    <message>
        <source>Two files would be written as “%1”.</source>
        <translation>Hai tệp sẽ bị ghi cùng tên “%1”.</translation>
    </message>
    <message>
        <source>%1: signed by %2</source>
        <translation>%1: đã ký bởi %2</translation>
    </message>
    <message>
        <source>Signing %1 of %2</source>
        <translation>Đang ký %1/%2</translation>
    </message>
    <message>
        <source>Not signed: %1 more files. Sign them when this is mended.</source>
        <translation>Chưa ký: còn %1 tệp. Khắc phục xong hãy ký tiếp.</translation>
    </message>
    <message>
        <source>%1: signed already</source>
        <translation>%1: đã ký rồi</translation>
    </message>
    <message>
        <source>Not signed: %1 more dossiers. Sign them when this is mended.</source>
        <translation>Chưa ký: còn %1 hồ sơ. Khắc phục xong hãy ký tiếp.</translation>
    </message>
    <message>
        <source>Name the files to sign, or approved dossiers with --dossier.</source>
        <translation>Cho biết các tệp cần ký, hoặc hồ sơ đã duyệt với --dossier.</translation>
    </message>
    <message>
        <source>Signs PDFs (PAdES): the officer first, then the agency. Without -o a file is replaced by its signed self; without --pin-file the PIN is asked once.</source>
        <translation>Ký số tệp PDF (PAdES): cán bộ ký trước, cơ quan ký sau. Không có -o thì tệp được thay bằng bản đã ký; không có --pin-file thì hỏi mã PIN một lần.</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>không còn giá trị</translation>
    </message>
    <message>
        <source>holds, signer not trusted</source>
        <translation>còn nguyên vẹn, chưa tin cậy người ký</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>còn nguyên vẹn</translation>
    </message>
    <message>
        <source>timestamp %1</source>
        <translation>dấu thời gian %1</translation>
    </message>
    <message>
        <source>Does a dossier begin here?</source>
        <translation>Hồ sơ bắt đầu ở đây?</translation>
    </message>
    <message>
        <source>Is a separator sheet missing in it?</source>
        <translation>Trong hồ sơ này có thiếu tờ ngăn không?</translation>
    </message>
    <message>
        <source>Procedure: %1</source>
        <translation>Thủ tục: %1</translation>
    </message>
    <message>
        <source>Kind of paper: %1</source>
        <translation>Loại giấy tờ: %1</translation>
    </message>
    <message>
        <source>Name the batch with --batch.</source>
        <translation>Hãy nêu tên lô bằng --batch.</translation>
    </message>
    <message>
        <source>Nothing is in doubt.</source>
        <translation>Không có gì cần xem lại.</translation>
    </message>
    <message>
        <source>Name the CSV files.</source>
        <translation>Hãy nêu tên các tệp CSV.</translation>
    </message>
    <message>
        <source>%1: %2 rows imported.</source>
        <translation>%1: đã nhập %2 dòng.</translation>
    </message>
    <message>
        <source>Nothing has been learned yet.</source>
        <translation>Chưa ghi nhớ được gì.</translation>
    </message>
    <message>
        <source>--kind is village, signer, agency or procedure.</source>
        <translation>--kind là village, signer, agency hoặc procedure.</translation>
    </message>
    <message>
        <source>%1 learned values forgotten.</source>
        <translation>Đã xóa %1 giá trị ghi nhớ.</translation>
    </message>
    <message>
        <source>What is worth a human look in a batch, the least sure first.</source>
        <translation>Những chỗ trong lô cần người xem lại, chỗ kém chắc chắn nhất trước.</translation>
    </message>
    <message>
        <source>Takes procedures, kinds of papers, field labels or agencies into the catalogue.</source>
        <translation>Nhập thủ tục, loại giấy tờ, nhãn trường hoặc cơ quan vào danh mục.</translation>
    </message>
    <message>
        <source>Lists what was learned from confirmed values.</source>
        <translation>Liệt kê những gì đã ghi nhớ từ các giá trị được xác nhận.</translation>
    </message>
    <message>
        <source>Forgets what was learned.</source>
        <translation>Xóa những gì đã ghi nhớ.</translation>
    </message>
    <message>
        <source>Name the PDF to write with -o.</source>
        <translation>Hãy nêu tên tệp PDF cần ghi bằng -o.</translation>
    </message>
    <message>
        <source>%1: %2 separator sheets.</source>
        <translation>%1: %2 tờ ngăn.</translation>
    </message>
    <message>
        <source>Separator sheets to print: one for each dossier code in FILE, or re-usable ones.</source>
        <translation>Tờ ngăn để in: mỗi mã hồ sơ trong FILE một tờ, hoặc tờ dùng nhiều lần.</translation>
    </message>
    <message>
        <source>revocation not checked</source>
        <translation>chưa kiểm tra thu hồi</translation>
    </message>
    <message>
        <source>certificate not revoked</source>
        <translation>chứng thư số chưa bị thu hồi</translation>
    </message>
    <message>
        <source>certificate revoked</source>
        <translation>chứng thư số đã bị thu hồi</translation>
    </message>
    <message>
        <source>--limit takes kilobytes a second, or “off”.</source>
        <translation>--limit nhận số kB mỗi giây, hoặc “off”.</translation>
    </message>
    <message>
        <source>At most %1 kB a second</source>
        <translation>Nhiều nhất %1 kB mỗi giây</translation>
    </message>
    <message>
        <source>As fast as the line is</source>
        <translation>Nhanh hết mức đường truyền</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>Bất kỳ lúc nào</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Chỉ %1</translation>
    </message>
    <message>
        <source>How much of the line sending may take, and when.</source>
        <translation>Việc gửi được dùng bao nhiêu đường truyền, vào lúc nào.</translation>
    </message>
    <message>
        <source>Sends what is queued and fetches receipts; --now outside of the hours, too.</source>
        <translation>Gửi những gì đang chờ và lấy biên nhận; --now: gửi cả ngoài khung giờ.</translation>
    </message>
    <message>
        <source>This store is not protected.</source>
        <translation>Kho dữ liệu này chưa được bảo vệ.</translation>
    </message>
    <message>
        <source>The vault is closed.</source>
        <translation>Két đang đóng.</translation>
    </message>
    <message>
        <source>The vault is open.</source>
        <translation>Két đang mở.</translation>
    </message>
    <message>
        <source>The vault was open when the computer or its process ended. Open it again.</source>
        <translation>Két đang mở thì máy hoặc tiến trình của nó tắt. Hãy mở lại.</translation>
    </message>
    <message>
        <source>Protecting was interrupted after everything had been copied. Open the vault to finish it.</source>
        <translation>Việc bảo vệ bị ngắt sau khi đã chép hết. Hãy mở két để hoàn tất.</translation>
    </message>
    <message>
        <source>Recovery key: %1</source>
        <translation>Khóa khôi phục: %1</translation>
    </message>
    <message>
        <source>Write it down and lock it away. It is shown only now; without it and without a password nothing can be read any more.</source>
        <translation>Hãy ghi ra giấy và cất vào tủ khóa. Khóa chỉ hiện lần này; không có nó và không có mật khẩu thì không đọc được gì nữa.</translation>
    </message>
    <message>
        <source>Name the person whose password opens the vault.</source>
        <translation>Hãy nêu tên người có mật khẩu mở két.</translation>
    </message>
    <message>
        <source>New password:</source>
        <translation>Mật khẩu mới:</translation>
    </message>
    <message>
        <source>Name the person, or say --recovery.</source>
        <translation>Hãy nêu tên người, hoặc dùng --recovery.</translation>
    </message>
    <message>
        <source>Recovery key:</source>
        <translation>Khóa khôi phục:</translation>
    </message>
    <message>
        <source>Password:</source>
        <translation>Mật khẩu:</translation>
    </message>
    <message>
        <source>Name the person who gets a password.</source>
        <translation>Hãy nêu tên người được cấp mật khẩu.</translation>
    </message>
    <message>
        <source>Name the person who may no longer open the vault.</source>
        <translation>Hãy nêu tên người không còn được mở két.</translation>
    </message>
    <message>
        <source>Whether the store is protected, and who can open it.</source>
        <translation>Kho dữ liệu có được bảo vệ không, và ai mở được.</translation>
    </message>
    <message>
        <source>Encrypts the store on the disk from now on; shows the recovery key once.</source>
        <translation>Từ nay mã hóa kho dữ liệu trên đĩa; khóa khôi phục chỉ hiện một lần.</translation>
    </message>
    <message>
        <source>Opens the protected store.</source>
        <translation>Mở kho dữ liệu được bảo vệ.</translation>
    </message>
    <message>
        <source>Closes the protected store.</source>
        <translation>Đóng kho dữ liệu được bảo vệ.</translation>
    </message>
    <message>
        <source>Changes a password, or lets another person open the vault.</source>
        <translation>Đổi mật khẩu, hoặc cho người khác mở két.</translation>
    </message>
    <message>
        <source>Takes a person&apos;s password out of the vault.</source>
        <translation>Bỏ mật khẩu của một người khỏi két.</translation>
    </message>
    <message>
        <source>Makes a new recovery key; the old one opens nothing any more.</source>
        <translation>Tạo khóa khôi phục mới; khóa cũ không còn mở được gì.</translation>
    </message>
    <message>
        <source>Name the folder of the backup.</source>
        <translation>Hãy nêu thư mục chứa bản sao lưu.</translation>
    </message>
    <message>
        <source>The backup is damaged, so the store was left as it is. Take another backup, or restore this one all the same with --even-damaged.</source>
        <translation>Bản sao lưu bị hỏng nên kho được giữ nguyên. Hãy dùng bản sao lưu khác, hoặc vẫn khôi phục bản này bằng --even-damaged.</translation>
    </message>
    <message>
        <source>The store is as %1 has it (files: %2).</source>
        <translation>Kho nay giống bản tại %1 (số tệp: %2).</translation>
    </message>
    <message>
        <source>What it held before is kept in %1.</source>
        <translation>Những gì có trước đó được giữ tại %1.</translation>
    </message>
    <message>
        <source>Puts a backup in the place of the store; what the store held is kept.</source>
        <translation>Khôi phục kho từ bản sao lưu; những gì đang có trong kho được giữ lại.</translation>
    </message>
    <message>
        <source>Name what is wanted: bash or man.</source>
        <translation>Hãy nêu loại cần in: bash hoặc man.</translation>
    </message>
    <message>
        <source>The commands and their options for bash, or as a part of the manual page.</source>
        <translation>In các lệnh và tùy chọn để bash tự hoàn tất, hoặc làm một phần của trang hướng dẫn man.</translation>
    </message>
    <message>
        <source>Name the file for the support bundle.</source>
        <translation>Hãy nêu tên tệp để ghi gói hỗ trợ.</translation>
    </message>
    <message>
        <source>The support bundle is in %1. It names no person, no dossier and no address; look through it before you pass it on.</source>
        <translation>Gói hỗ trợ nằm ở %1. Trong đó không có tên người, hồ sơ hay địa chỉ nào; hãy xem qua trước khi gửi đi.</translation>
    </message>
    <message>
        <source>Versions, devices, counts, error codes and settings for those who help; nothing personal.</source>
        <translation>Ghi phiên bản, thiết bị, số lượng, mã lỗi và cài đặt cho người hỗ trợ; không có dữ liệu cá nhân.</translation>
    </message>
    <message>
        <source>The last demonstration is kept in %1.</source>
        <translation>Lần chạy thử trước được giữ tại %1.</translation>
    </message>
</context>
</TS>
