# language: vi
Tính năng: Hai thủ tục nối với mọi hệ thống bên ngoài cùng một lúc
  Cổng DVCQG, VNPAY, nền tảng thanh toán quốc gia, thư điện tử, tin nhắn, Zalo, nơi đăng nhập, cơ sở dữ liệu dân cư, LGSP
  với trục văn bản, nơi cấp dấu thời gian và cơ quan thuế: mỗi hệ thống là một tiến trình riêng nói đúng giao thức của nó.
  Bộ xử lý việc và bộ hẹn giờ là thật. Người phân tích chỉ vẽ thêm bước (lien_thong.toml), không viết dòng mã nào.

  Kịch bản: Hệ thống nào cũng trục trặc, mà hồ sơ nào cũng xong, không gì mất, không gì làm hai lần
    Biết mọi hệ thống bên ngoài đang chạy, khai trong procflow.toml
    Và hai thủ tục đã được vẽ thêm các bước nối với chúng và được nâng mức
    Và bây giờ là "08:00 02/03/2026"
    Và số điện thoại "0901234567" không có tài khoản Zalo
    Và các hệ thống trục trặc:
      | hệ thống            | ở                  | trục trặc                | số lần |
      | đăng nhập           | /oauth2/token      | chữ ký sai               | 1      |
      | đăng nhập           | /oauth2/userinfo   | làm hai lần              | 1      |
      | dân cư              | /token             | bảo trì                  | 1      |
      | dân cư              | /dancu             | trả lời nửa chừng        | 2      |
      | Cổng DVCQG          | /mapi/login        | quá tải                  | 1      |
      | Cổng DVCQG          | /mapi/g            | im lặng sau khi đã làm   | 1      |
      | Cổng DVCQG          | /mapi/g            | làm hai lần              | 2      |
      | Cổng DVCQG          | /mapi/g            | trả lời rác              | 1      |
      | Zalo                | /v4/oa             | bảo trì                  | 1      |
      | Zalo                | /message           | quá tải                  | 1      |
      | tin nhắn            | /MainService.svc   | im lặng sau khi đã làm   | 1      |
      | tin nhắn            | /MainService.svc   | làm hai lần              | 1      |
      | tin nhắn            | /MainService.svc   | bảo trì                  | 1      |
      | thư điện tử         |                    | bận                      | 1      |
      | nền tảng thanh toán | /payment           | trả lời rác              | 1      |
      | LGSP                | /token             | đứt đường                | 1      |
      | LGSP                | /apiCSDLDKDN       | trả lời rác              | 1      |
      | LGSP                | /edoc              | đứt đường sau khi đã làm | 1      |
      | dấu thời gian       |                    | chữ ký sai               | 1      |
      | dấu thời gian       |                    | sai giờ                  | 1      |
      | cơ quan thuế        | /notes             | lỗi máy chủ              | 1      |
      | cơ quan thuế        | /notes             | đứt đường sau khi đã làm | 1      |
    Khi công dân đăng nhập thì câu trả lời giả bị từ chối
    Và công dân đăng nhập lại
    Và công dân "Nguyễn Thị Hoa" nộp hồ sơ "dang-ky-ho-kinh-doanh" với:
      | unit                | H56.14.01                    |
      | applicant.phone     | 0912345678                   |
      | applicant.email     | hoa@cong-dan.example         |
      | applicant.address   | 12 Lê Lợi, phường Hạc Thành  |
      | business.name       | Hộ kinh doanh Hoa Mai        |
      | business.address    | 12 Lê Lợi, phường Hạc Thành  |
      | business.activities | Bán lẻ hoa tươi              |
      | business.capital    | 50000000                     |
      | business.workers    | 2                            |
      | business.owners     | ca-nhan                      |
      | authorized          | false                        |
      | commitment          | true                         |
    Và "Vũ Thị Loan" (số định danh 038180007777, sinh 01/01/1980) ngồi vào máy
    Và công dân đăng nhập lại
    Và người nộp "Vũ Thị Loan" nộp hồ sơ "cap-giay-phep-xay-dung" với:
      | unit                 | H56.14.02                |
      | applicant.phone      | 0901234567               |
      | applicant.email      | loan@cong-dan.example    |
      | applicant.address    | 7 Hàm Rồng               |
      | structureType        | nha-o-rieng-le           |
      | structure.name       | Nhà ở gia đình bà Loan   |
      | structure.address    | Phường Hàm Rồng          |
      | structure.parcel     | 128 / 14                 |
      | structure.landPaper  | AB 123456                |
      | structure.area       | 96.5                     |
      | structure.floors     | 3                        |
      | structure.height     | 11.2                     |
      | structure.designer   | Công ty Thiết kế Sông Mã |
      | commitment           | true                     |
      | feePayment           | online                   |
      | paymentGateway       | national                 |
      | resultDelivery       | electronic               |
    Và cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Và Sở Đối tác trả lời văn bản
    Và xem hồ sơ của "Nguyễn Thị Hoa"
    Và cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Và công dân nộp ở VNPAY: thông báo giả đến trước, thông báo thật đến hai lần
    Và Cổng DVCQG gặp "phiên hết hạn"
    Và Zalo gặp "mã truy cập hết hạn"
    Và LGSP gặp "mã truy cập hết hạn"
    Và cán bộ "chuyen-vien" hoàn thành bước "Thẩm định, dự thảo kết quả" với:
      | appraisalNote | Đủ điều kiện theo Điều 85 |
      | proposal      | cap                       |
    Và cán bộ "lanh-dao" hoàn thành bước "Xem xét và ký số" với:
      | decision | duyet |
    Và cán bộ "van-thu" hoàn thành bước "Vào sổ, cấp số, đóng dấu số" với:
      | resultNumber | 26H8000123 |
      | issuedOn     | 2026-03-02 |
    Và xem hồ sơ của "Vũ Thị Loan"
    Và cán bộ "chuyen-vien" hoàn thành bước "Thẩm định hồ sơ" với:
      | appraisalNote | Phù hợp quy hoạch  |
      | agencyCodes   | ["canh-sat-pccc"] |
    Và cán bộ "chuyen-vien" hoàn thành bước "Kiểm tra thực địa" với:
      | inspectedOn      | 2026-03-02      |
      | inspectionNote   | Đúng hiện trạng |
      | inspectionResult | dat             |
    Và cán bộ "co-quan-canh-sat-pccc" hoàn thành bước "Trả lời ý kiến" với:
      | opinion        | dong-y                      |
      | opinionContent | Bảo đảm khoảng cách an toàn |
    Và cán bộ "chuyen-vien" hoàn thành bước "Tổng hợp, dự thảo kết quả" với:
      | summary  | Các cơ quan đồng ý |
      | proposal | cap                |
    Và cán bộ "lanh-dao" hoàn thành bước "Xem xét và ký" với:
      | decision | duyet |
    Và cán bộ "van-thu" hoàn thành bước "Vào sổ, cấp số, đóng dấu" với:
      | resultNumber | 15/GPXD    |
      | issuedOn     | 2026-03-02 |
    Và công dân nộp ở nền tảng thanh toán: thông báo giả đến trước, thông báo thật đến hai lần
    Thì mọi trục trặc đã xảy ra
    Và mọi hồ sơ đã kết thúc ở trạng thái "Đã trả kết quả"
    Và không có sự cố
    Và nhật ký nguyên vẹn
    Và biến "identity.maskedNumber" là "*********777"
    Và biến "identity.provider" là "dvcqg"
    Và mỗi hồ sơ có đúng một khoản tiền đã nộp
    Và Cổng DVCQG biết mỗi bước của mỗi hồ sơ đúng một lần, theo thứ tự, và trạng thái cuối
    Và mỗi thông báo tới người nhận đúng một lần, theo kênh của người ấy
    Và kết quả của mỗi hồ sơ là văn bản có chữ ký số, pdfsig và trang kiểm tra đều xác nhận
    Và cơ quan thuế và Sở Đối tác nhận mỗi việc đúng một lần
    Và mỗi lần tra cứu đều nêu mã hồ sơ là lý do và được ghi lại
    Và không bí mật nào có trong cơ sở dữ liệu, lịch sử, biến, tệp hay nhật ký
