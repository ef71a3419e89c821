# language: vi
Tính năng: $name

  Bối cảnh:
    Biết thủ tục "$slug" đã được triển khai
    Và bây giờ là "08:30 02/03/2026"
    Và công dân "Nguyễn Văn An" đã nộp hồ sơ "$slug" với:
      | applicant.name  | Nguyễn Văn An  |
      | applicant.email | an@example.com |

  Kịch bản: Hồ sơ đủ điều kiện
    Khi cán bộ "mot-cua" hoàn thành bước "Kiểm tra hồ sơ" với:
      | verdict | accepted |
    Thì hồ sơ ở trạng thái "Đang xử lý"
    Khi cán bộ "chuyen-vien" hoàn thành bước "Thẩm định"
    Thì hồ sơ đã kết thúc tại "Đã trả kết quả"
    Và thông báo "ket-qua" đã gửi tới "an@example.com"

  Kịch bản: Hồ sơ bị từ chối
    Khi cán bộ "mot-cua" hoàn thành bước "Kiểm tra hồ sơ" với:
      | verdict | refused            |
      | reason  | Không đúng thẩm quyền |
    Thì hồ sơ đã kết thúc tại "Đã từ chối"
    Và phiếu "Mẫu 03" được phát hành
