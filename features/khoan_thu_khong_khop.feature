# language: vi
Tính năng: Khoản thu không khớp
  Tiền vào khác với yêu cầu thanh toán không bao giờ bị mất: mỗi khoản thành một việc của Bộ phận thu phí.

  Bối cảnh:
    Biết thủ tục "dang-ky-ho-kinh-doanh" đã được triển khai
    Và bây giờ là "08:30 02/03/2026"
    Và công dân "Lê Thị Hoa" đã nộp hồ sơ "dang-ky-ho-kinh-doanh" với:
      | unit                 | H56.14.01                    |
      | applicant.name       | Lê Thị Hoa                   |
      | applicant.personalId | 038190001234                 |
      | applicant.phone      | 0912345678                   |
      | applicant.email      | hoa@cong-dan.example         |
      | applicant.address    | 12 Phố Lớn, phường Hạc Thành |
      | business.name        | Hộ kinh doanh Hoa Mai        |
      | business.address     | 12 Phố Lớn, phường Hạc Thành |
      | business.activities  | Bán lẻ hoa tươi              |
      | business.capital     | 50000000                     |
      | business.workers     | 2                            |
      | business.owners      | ca-nhan                      |
      | authorized           | false                        |
      | commitment           | true                         |
    Và cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |

  Kịch bản: Nộp đúng thì có biên lai điện tử, không ai phải xử lý gì
    Khi công dân thanh toán
    Thì biên lai điện tử số "00000001" được lập
    Và không có khoản thu cần xử lý
    Và khoản thu ở tình trạng "paid"
    Và đang chờ "chuyen-vien" tại "Thẩm định, dự thảo kết quả"

  Kịch bản: Nộp thiếu, Bộ phận thu phí ghi nhận
    Khi công dân nộp 100.000 đồng
    Thì "thu-phi" có khoản thu cần xử lý: "Số tiền nộp khác số tiền phải thu"
    Và đang chờ tại "Cổng báo kết quả"
    Và khoản thu ở tình trạng "questioned"
    Khi cán bộ "thu-phi" xử lý khoản thu bằng cách "Ghi nhận là khoản thu"
    Thì không có khoản thu cần xử lý
    Và khoản thu ở tình trạng "paid"
    Và biến "eReceipt.amount" là 100000
    Và đang chờ "chuyen-vien" tại "Thẩm định, dự thảo kết quả"

  Kịch bản: Nộp thừa, hoàn qua cổng rồi mời nộp lại cho đúng
    Khi công dân nộp 1.500.000 đồng
    Và cán bộ "thu-phi" xử lý khoản thu bằng cách "Hoàn qua cổng thanh toán"
    Thì không có khoản thu cần xử lý
    Và thông báo "nop-le-phi-khong-thanh" đã gửi tới "hoa@cong-dan.example"
    Và đang chờ tại "Cổng báo kết quả"
    Khi công dân thanh toán
    Thì đang chờ "chuyen-vien" tại "Thẩm định, dự thảo kết quả"

  Kịch bản: Số tiền không khớp còn chờ đối soát thì hồ sơ không bị dừng khi hết hạn nộp
    Khi công dân nộp 100.000 đồng
    Và 49 giờ trôi qua
    Thì đã qua "Tiền đang đối soát"
    Và đang chờ tại "Có kết quả đối soát"
    Khi cán bộ "thu-phi" xử lý khoản thu bằng cách "Ghi nhận là khoản thu"
    Thì đang chờ "chuyen-vien" tại "Thẩm định, dự thảo kết quả"

  Kịch bản: Nộp hai lần, khoản thứ hai được trả bằng tay
    Khi công dân thanh toán
    Và công dân nộp lệ phí thêm một lần
    Thì "thu-phi" có khoản thu cần xử lý: "Nộp hai lần cho một khoản"
    Và đã qua "Cấp giấy tiếp nhận và hẹn trả kết quả" 1 lần
    Khi cán bộ "thu-phi" xử lý khoản thu bằng cách "Đã trả bằng tay"
    Thì không có khoản thu cần xử lý
    Và khoản thu ở tình trạng "paid"

  Kịch bản: Rút hồ sơ thì yêu cầu thanh toán còn mở bị hủy; nộp sau đó thành một việc
    Khi công dân rút hồ sơ
    Thì hồ sơ đã kết thúc tại "Đã rút hồ sơ"
    Và đã qua "Đóng các yêu cầu thanh toán"
    Và khoản thu ở tình trạng "cancelled"
    Khi công dân nộp lệ phí thêm một lần
    Thì "thu-phi" có khoản thu cần xử lý: "Tiền đến khi yêu cầu đã đóng hoặc hồ sơ đã rút"
    Khi cán bộ "thu-phi" xử lý khoản thu bằng cách "Hoàn qua cổng thanh toán"
    Thì không có khoản thu cần xử lý
    Và khoản thu ở tình trạng "refunded"

  Kịch bản: Nộp tiền rồi rút hồ sơ trước khi cổng kịp báo
    Khi công dân thanh toán nhưng cổng thanh toán im lặng
    Và công dân rút hồ sơ
    Thì hồ sơ đã kết thúc tại "Đã rút hồ sơ"
    Và "thu-phi" có khoản thu cần xử lý: "Tiền đến khi yêu cầu đã đóng hoặc hồ sơ đã rút"

  Kịch bản: Cổng không báo, sao kê của ngân hàng chứng minh đã nộp
    Khi sao kê ngân hàng được đối soát với:
      """
      time,amount,transaction,content
      2026-03-02T09:00:00+07:00,150000,FT01,NOP LE PHI {order}
      2026-03-02T09:05:00+07:00,20000,FT02,khong ro noi dung
      """
    Thì đang chờ "chuyen-vien" tại "Thẩm định, dự thảo kết quả"
    Và "thu-phi" có khoản thu cần xử lý: "Sao kê có khoản thu không thuộc yêu cầu nào"
    Khi cán bộ "thu-phi" xử lý khoản thu bằng cách "Hoàn qua cổng thanh toán"
    Thì "thu-phi" có khoản thu cần xử lý: "Sao kê có khoản thu không thuộc yêu cầu nào"
    Khi cán bộ "thu-phi" xử lý khoản thu bằng cách "Đã trả bằng tay"
    Thì không có khoản thu cần xử lý
