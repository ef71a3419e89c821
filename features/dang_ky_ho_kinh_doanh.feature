# language: vi
Tính năng: Đăng ký thành lập hộ kinh doanh (1.001612)
  Nộp trực tuyến, nộp lệ phí trực tuyến, nhận Giấy chứng nhận bản điện tử; không bước nào phải có mặt.

  Bối cảnh:
    Biết thủ tục "dang-ky-ho-kinh-doanh" đã được triển khai
    Và bây giờ là "08:30 02/03/2026"
    Và công dân "Lê Thị Hoa" đã nộp hồ sơ "dang-ky-ho-kinh-doanh" với:
      | unit                 | H56.14.01                   |
      | applicant.name       | Lê Thị Hoa                  |
      | applicant.personalId | 038190001234                |
      | applicant.phone      | 0912345678                  |
      | applicant.email      | hoa@cong-dan.example        |
      | applicant.address    | 12 Phố Lớn, phường Hạc Thành |
      | business.name        | Hộ kinh doanh Hoa Mai       |
      | business.address     | 12 Phố Lớn, phường Hạc Thành |
      | business.activities  | Bán lẻ hoa tươi             |
      | business.capital     | 50000000                    |
      | business.workers     | 2                           |
      | business.owners      | ca-nhan                     |
      | authorized           | false                       |
      | commitment           | true                        |

  Kịch bản: Hồ sơ đủ, nộp lệ phí ngay, nhận kết quả bản điện tử
    Thì đã qua "Kiểm tra danh tính người nộp"
    Và biến "identity.maskedNumber" là "*********234"
    Và hồ sơ ở trạng thái "Mới đăng ký"
    Và đang chờ "mot-cua" tại "Kiểm tra thành phần hồ sơ"
    Và thông báo "da-nop" đã gửi tới "hoa@cong-dan.example"
    Và chưa có hạn trả kết quả
    Khi cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Thì hồ sơ ở trạng thái "Yêu cầu thực hiện nghĩa vụ tài chính"
    Và biến "amount" là 150000
    Và thông báo "yeu-cau-nop-le-phi" đã gửi tới "hoa@cong-dan.example"
    Khi công dân thanh toán
    Thì hồ sơ ở trạng thái "Đang xử lý"
    Và phiếu "Mẫu 01" được phát hành
    Và thông báo "da-tiep-nhan" đã gửi tới "hoa@cong-dan.example"
    Và hạn trả kết quả là "17:00 05/03/2026"
    Và đang chờ "chuyen-vien" tại "Thẩm định, dự thảo kết quả"
    Khi cán bộ "chuyen-vien" hoàn thành bước "Thẩm định, dự thảo kết quả" với:
      | appraisalNote | Đủ điều kiện theo Điều 85 |
      | proposal      | cap                       |
    Và cán bộ "lanh-dao" hoàn thành bước "Xem xét và ký số" với:
      | decision | duyet |
    Và cán bộ "van-thu" hoàn thành bước "Vào sổ, cấp số, đóng dấu số" với:
      | resultNumber | 26H8000123 |
      | issuedOn     | 2026-03-02 |
    Thì hồ sơ đã kết thúc tại "Đã trả kết quả"
    Và hồ sơ ở trạng thái "Đã trả kết quả"
    Và kết quả "Giấy chứng nhận đăng ký hộ kinh doanh" đã được trả
    Và thông báo "da-co-ket-qua" đã gửi tới "hoa@cong-dan.example"
    Và thông báo "da-tra-ket-qua" đã gửi tới "hoa@cong-dan.example"
    Và nhật ký nguyên vẹn

  Kịch bản: Chưa đăng nhập thì máy không từ chối, Bộ phận Một cửa được báo
    Biết công dân chưa đăng nhập
    Và công dân "Lê Thị Hoa" đã nộp hồ sơ "dang-ky-ho-kinh-doanh" với:
      | unit                 | H56.14.01                   |
      | applicant.name       | Lê Thị Hoa                  |
      | applicant.personalId | 038190001234                |
      | applicant.phone      | 0912345678                  |
      | applicant.email      | hoa@cong-dan.example        |
      | applicant.address    | 12 Phố Lớn, phường Hạc Thành |
      | business.name        | Hộ kinh doanh Hoa Mai       |
      | business.address     | 12 Phố Lớn, phường Hạc Thành |
      | business.activities  | Bán lẻ hoa tươi             |
      | business.capital     | 50000000                    |
      | business.workers     | 2                           |
      | business.owners      | ca-nhan                     |
      | authorized           | false                       |
      | commitment           | true                        |
    Thì đã qua "Chưa rõ danh tính"
    Và đang chờ "mot-cua" tại "Kiểm tra thành phần hồ sơ"
    Và biến "identityFault" là "Chưa đăng nhập bằng định danh điện tử mức 2"
    Khi cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult   | tu-choi                        |
      | refusalReason | Không xác định được người nộp  |
    Thì hồ sơ đã kết thúc tại "Không được tiếp nhận"
    Và phiếu "Mẫu 03" được phát hành

  Kịch bản: Bổ sung một lần, được nhắc trong khi chờ
    Khi cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult       | thieu                    |
      | supplementContent | Bản sao văn bản ủy quyền |
    Thì hồ sơ ở trạng thái "Yêu cầu bổ sung giấy tờ"
    Và phiếu "Mẫu 02" được phát hành
    Và thông báo "yeu-cau-bo-sung" đã gửi tới "hoa@cong-dan.example"
    Và thông báo "nhac-bo-sung" chưa gửi
    Khi 8 ngày trôi qua
    Thì thông báo "nhac-bo-sung" đã gửi 1 lần
    Khi công dân bổ sung hồ sơ
    Thì hồ sơ ở trạng thái "Mới đăng ký"
    Và thông báo "da-nhan-bo-sung" đã gửi tới "hoa@cong-dan.example"
    Và đang chờ "mot-cua" tại "Kiểm tra thành phần hồ sơ"
    Khi cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Thì đang chờ tại "Cổng báo kết quả"
    Và đã qua "Kiểm tra thành phần hồ sơ" 2 lần

  Kịch bản: Bổ sung rồi vẫn không đủ thì từ chối tiếp nhận
    Biết cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult       | thieu                    |
      | supplementContent | Bản sao văn bản ủy quyền |
    Và công dân bổ sung hồ sơ
    Khi cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult   | tu-choi                          |
      | refusalReason | Văn bản ủy quyền chưa công chứng |
    Thì hồ sơ đã kết thúc tại "Không được tiếp nhận"
    Và hồ sơ ở trạng thái "Không được tiếp nhận"
    Và phiếu "Mẫu 03" được phát hành
    Và thông báo "tu-choi-tiep-nhan" đã gửi tới "hoa@cong-dan.example"

  Kịch bản: Không bổ sung trong 30 ngày thì dừng giải quyết
    Biết cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult       | thieu                    |
      | supplementContent | Bản sao văn bản ủy quyền |
    Khi 31 ngày trôi qua
    Thì hồ sơ đã kết thúc tại "Dừng vì không bổ sung"
    Và hồ sơ ở trạng thái "Dừng xử lý"
    Và phiếu "stop" được phát hành
    Và thông báo "nhac-bo-sung" đã gửi 3 lần
    Và thông báo "dung-xu-ly" đã gửi tới "hoa@cong-dan.example"

  Kịch bản: Thanh toán bị từ chối, nộp lại thì được
    Biết cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Khi thanh toán bị từ chối
    Thì thông báo "nop-le-phi-khong-thanh" đã gửi tới "hoa@cong-dan.example"
    Và thông báo "yeu-cau-nop-le-phi" đã gửi 2 lần
    Và hồ sơ ở trạng thái "Yêu cầu thực hiện nghĩa vụ tài chính"
    Khi công dân thanh toán
    Thì đang chờ "chuyen-vien" tại "Thẩm định, dự thảo kết quả"

  Kịch bản: Thanh toán bị từ chối ba lần thì dừng giải quyết
    Biết cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Khi thanh toán bị từ chối
    Và thanh toán bị từ chối
    Và thanh toán bị từ chối
    Thì hồ sơ đã kết thúc tại "Dừng xử lý"
    Và hồ sơ ở trạng thái "Dừng xử lý"
    Và phiếu "Mẫu 01" không được phát hành

  Kịch bản: Quá 2 ngày không nộp lệ phí thì dừng giải quyết
    Biết cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Khi 49 giờ trôi qua
    Thì đã qua "Quá hạn nộp"
    Và hồ sơ đã kết thúc tại "Dừng xử lý"
    Và hồ sơ ở trạng thái "Dừng xử lý"
    Và thông báo "dung-xu-ly" đã gửi tới "hoa@cong-dan.example"

  Kịch bản: Đã nộp tiền nhưng cổng im lặng: khi hết hạn thì hỏi lại cổng và vẫn tiếp nhận
    Biết cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Khi công dân thanh toán nhưng cổng thanh toán im lặng
    Thì đang chờ tại "Cổng báo kết quả"
    Khi 49 giờ trôi qua
    Thì đã qua "Vừa nộp xong"
    Và đang chờ "chuyen-vien" tại "Thẩm định, dự thảo kết quả"

  Kịch bản: Cổng báo kết quả hai lần thì hồ sơ chỉ đi tiếp một lần
    Biết cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Khi cổng thanh toán báo kết quả hai lần
    Thì đang chờ "chuyen-vien" tại "Thẩm định, dự thảo kết quả"
    Và đã qua "Cấp giấy tiếp nhận và hẹn trả kết quả" 1 lần

  Kịch bản: Từ chối tiếp nhận ngay
    Khi cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult   | tu-choi                                     |
      | refusalReason | Trụ sở không thuộc tỉnh, không đúng thẩm quyền |
    Thì hồ sơ đã kết thúc tại "Không được tiếp nhận"
    Và phiếu "Mẫu 03" được phát hành
    Và hồ sơ ở trạng thái "Không được tiếp nhận"

  Kịch bản: Trả lại một lần rồi từ chối bằng văn bản
    Biết cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Và công dân thanh toán
    Khi cán bộ "chuyen-vien" hoàn thành bước "Thẩm định, dự thảo kết quả" với:
      | appraisalNote | Tên bị trùng                  |
      | proposal      | tu-choi                       |
      | refusalReason | Trùng tên với hộ đã đăng ký   |
    Và cán bộ "lanh-dao" hoàn thành bước "Xem xét và ký số" với:
      | decision     | tra-lai                  |
      | decisionNote | Nêu rõ hộ trùng tên      |
    Thì đang chờ "chuyen-vien" tại "Thẩm định, dự thảo kết quả"
    Khi cán bộ "chuyen-vien" hoàn thành bước "Thẩm định, dự thảo kết quả" với:
      | appraisalNote | Tên bị trùng                                      |
      | proposal      | tu-choi                                           |
      | refusalReason | Trùng tên với Hộ kinh doanh Hoa Mai ở số 3 Phố Lớn |
    Và cán bộ "lanh-dao" hoàn thành bước "Xem xét và ký số" với:
      | decision | duyet |
    Thì hồ sơ đã kết thúc tại "Đã từ chối bằng văn bản"
    Và hồ sơ ở trạng thái "Dừng xử lý"
    Và phiếu "Mẫu 03" được phát hành
    Và thông báo "tu-choi-cap" đã gửi tới "hoa@cong-dan.example"
    Và chưa có kết quả

  Kịch bản: Sắp quá hạn thì xin lỗi và hẹn lại, chỉ một lần
    Biết cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Và công dân thanh toán
    Khi đến "11:30 04/03/2026"
    Thì đang chờ "lanh-dao" tại "Ký văn bản xin lỗi, hẹn ngày mới"
    Và hồ sơ hẹn trả kết quả lúc "17:00 05/03/2026"
    Khi cán bộ "lanh-dao" hoàn thành bước "Ký văn bản xin lỗi, hẹn ngày mới" với:
      | apologyReason | Cần xác minh địa chỉ trụ sở |
      | newDueDate    | 2026-03-09                  |
    Thì phiếu "Mẫu 04" được phát hành
    Và hồ sơ hẹn trả kết quả lúc "17:00 09/03/2026"
    Và thông báo "xin-loi-hen-lai" đã gửi tới "hoa@cong-dan.example"
    Khi cán bộ "chuyen-vien" hoàn thành bước "Thẩm định, dự thảo kết quả" với:
      | appraisalNote | Đủ điều kiện |
      | proposal      | cap          |
    Và cán bộ "lanh-dao" hoàn thành bước "Xem xét và ký số" với:
      | decision     | tra-lai          |
      | decisionNote | Sửa lại địa chỉ  |
    Và 1 giờ trôi qua
    Thì không chờ tại "Ký văn bản xin lỗi, hẹn ngày mới"
    Và đã qua "Không hẹn lại nữa"
    Và thông báo "xin-loi-hen-lai" đã gửi 1 lần

  Kịch bản: Rút hồ sơ khi đang kiểm tra
    Khi công dân rút hồ sơ vì "Đổi địa điểm kinh doanh"
    Thì hồ sơ đã kết thúc tại "Đã rút hồ sơ"
    Và hồ sơ ở trạng thái "Công dân yêu cầu rút hồ sơ"
    Và phiếu "stop" được phát hành
    Và thông báo "rut-ho-so" đã gửi tới "hoa@cong-dan.example"

  Kịch bản: Rút hồ sơ khi đang chờ bổ sung
    Biết cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult       | thieu                    |
      | supplementContent | Bản sao văn bản ủy quyền |
    Khi công dân rút hồ sơ
    Thì hồ sơ đã kết thúc tại "Đã rút hồ sơ"
    Và không chờ tại "Nộp giấy tờ bổ sung"

  Kịch bản: Rút hồ sơ khi đang chờ nộp lệ phí
    Biết cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Khi công dân rút hồ sơ
    Thì hồ sơ đã kết thúc tại "Đã rút hồ sơ"
    Và không chờ tại "Cổng báo kết quả"

  Kịch bản: Rút hồ sơ khi đang thẩm định
    Biết cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Và công dân thanh toán
    Khi công dân rút hồ sơ
    Thì hồ sơ đã kết thúc tại "Đã rút hồ sơ"
    Và không chờ tại "Thẩm định, dự thảo kết quả"

  Kịch bản: Hạn trả kết quả nhảy qua ngày nghỉ
    Biết bây giờ là "08:30 28/08/2026"
    Và cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Khi công dân thanh toán
    Thì hạn trả kết quả là "17:00 07/09/2026"

  Kịch bản: Hệ thống khởi động lại giữa chừng
    Biết cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Khi hệ thống khởi động lại
    Và công dân thanh toán
    Và hệ thống khởi động lại
    Thì đang chờ "chuyen-vien" tại "Thẩm định, dự thảo kết quả"
    Và nhật ký nguyên vẹn
