# language: vi
Tính năng: Cấp giấy phép xây dựng, nộp tại quầy (1.013225)
  Hồ sơ giấy được nhận và số hóa ở Bộ phận Một cửa rồi đi cùng đường với hồ sơ trực tuyến.

  Bối cảnh:
    Biết thủ tục "cap-giay-phep-xay-dung" đã được triển khai
    Và bây giờ là "08:30 02/03/2026"

  Kịch bản: Công trình không phải nhà ở riêng lẻ: 10 ngày làm việc, lệ phí 150.000 đ, không cần ý kiến cơ quan nào
    Biết công dân "Vũ Thị Loan" đã nộp hồ sơ "cap-giay-phep-xay-dung" tại "Nộp hồ sơ tại quầy"
    Thì đang chờ "mot-cua" tại "Nhận và số hóa hồ sơ giấy"
    Khi cán bộ "mot-cua" hoàn thành bước "Nhận và số hóa hồ sơ giấy" với JSON:
      """
      {"channel": "counter", "unit": "H56.14.02", "structureType": "khong-theo-tuyen", "digitized": true,
       "applicant": {"name": "Vũ Thị Loan", "personalId": "038180007777", "phone": "0901234567",
                     "email": "loan@cong-dan.example", "address": "7 Hàm Rồng"},
       "structure": {"name": "Nhà văn hóa phố", "address": "Phường Hàm Rồng", "parcel": "130 / 14",
                     "landPaper": "AB 999999", "area": 210, "floors": 2, "height": 9, "designer": "Sông Mã"}}
      """
    Thì hồ sơ ở trạng thái "Mới đăng ký"
    Khi cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Thì hạn trả kết quả là "17:00 16/03/2026"
    Khi cán bộ "chuyen-vien" hoàn thành bước "Thẩm định hồ sơ" với:
      | appraisalNote | Phù hợp quy hoạch |
    Và cán bộ "chuyen-vien" hoàn thành bước "Kiểm tra thực địa" với:
      | inspectedOn      | 2026-03-03     |
      | inspectionNote   | Đúng hiện trạng |
      | inspectionResult | dat            |
    Thì chưa qua "Gửi văn bản lấy ý kiến"
    Khi cán bộ "chuyen-vien" hoàn thành bước "Tổng hợp, dự thảo kết quả" với:
      | summary  | Đủ điều kiện |
      | proposal | cap          |
    Và cán bộ "lanh-dao" hoàn thành bước "Xem xét và ký" với:
      | decision | duyet |
    Và cán bộ "van-thu" hoàn thành bước "Vào sổ, cấp số, đóng dấu" với:
      | resultNumber | 16/GPXD    |
      | issuedOn     | 2026-03-04 |
    Và cán bộ "thu-phi" hoàn thành bước "Thu lệ phí tại quầy" với:
      | receiptNumber | BL-78 |
    Thì biến "amount" là 150000

  Kịch bản: Người nộp không có thư điện tử thì hồ sơ vẫn đi tiếp, chỉ không gửi được thông báo
    Biết công dân "Đỗ Văn Lâm" đã nộp hồ sơ "cap-giay-phep-xay-dung" tại "Nộp hồ sơ tại quầy"
    Khi cán bộ "mot-cua" hoàn thành bước "Nhận và số hóa hồ sơ giấy" với JSON:
      """
      {"channel": "post", "unit": "H56.14.02", "structureType": "nha-o-rieng-le", "digitized": true,
       "applicant": {"name": "Đỗ Văn Lâm", "personalId": "038060001111", "phone": "0903333333", "address": "9 Hàm Rồng"},
       "structure": {"name": "Nhà ở ông Lâm", "address": "Phường Hàm Rồng", "parcel": "131 / 14",
                     "landPaper": "AB 888888", "area": 70, "floors": 1, "height": 4, "designer": "Sông Mã"}}
      """
    Thì đã qua "Chỉ ghi, không báo được"
    Và hồ sơ ở trạng thái "Mới đăng ký"
    Và đang chờ "mot-cua" tại "Kiểm tra thành phần hồ sơ"
    Khi cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult       | thieu                       |
      | supplementContent | Bản vẽ mặt bằng còn thiếu |
    Và 8 ngày trôi qua
    Thì đã qua "Không kênh nào tới được"
    Và đang chờ tại "Nộp giấy tờ bổ sung"
    Và không có sự cố
