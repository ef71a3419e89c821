# language: vi
Tính năng: Cấp giấy phép xây dựng (1.013225)
  Nộp trực tuyến, kiểm tra thực địa, lấy ý kiến đồng thời các cơ quan, nhận kết quả tại quầy.

  Bối cảnh:
    Biết thủ tục "cap-giay-phep-xay-dung" đã được triển khai
    Và bây giờ là "08:30 02/03/2026"
    Và công dân "Vũ Thị Loan" đã nộp hồ sơ "cap-giay-phep-xay-dung" với:
      | unit                 | H56.14.02              |
      | applicant.name       | Vũ Thị Loan            |
      | applicant.personalId | 038180007777           |
      | applicant.phone      | 0901234567             |
      | applicant.email      | loan@cong-dan.example  |
      | applicant.address    | 7 Hàm Rồng             |
      | structureType        | nha-o-rieng-le         |
      | structure.name       | Nhà ở gia đình bà Loan |
      | structure.address    | Phường Hàm Rồng        |
      | structure.parcel     | 128 / 14               |
      | structure.landPaper  | AB 123456              |
      | structure.area       | 96.5                   |
      | structure.floors     | 3                      |
      | structure.height     | 11.2                   |
      | structure.designer   | Công ty Thiết kế Sông Mã |
      | commitment           | true                   |

  Kịch bản: Nhà ở riêng lẻ, nộp trực tuyến, hai cơ quan đều trả lời
    Thì hồ sơ ở trạng thái "Mới đăng ký"
    Và thông báo "da-nop" đã gửi tới "loan@cong-dan.example"
    Khi cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Thì phiếu "Mẫu 01" được phát hành
    Và hạn trả kết quả là "17:00 11/03/2026"
    Và hồ sơ ở trạng thái "Đang xử lý"
    Khi cán bộ "chuyen-vien" hoàn thành bước "Thẩm định hồ sơ" với:
      | appraisalNote | Phù hợp quy hoạch             |
      | agencyCodes   | ["canh-sat-pccc", "van-hoa"] |
    Và cán bộ "chuyen-vien" hoàn thành bước "Kiểm tra thực địa" với:
      | inspectedOn      | 2026-03-03     |
      | inspectionNote   | Đúng hiện trạng |
      | inspectionResult | dat            |
    Thì đang chờ "co-quan-canh-sat-pccc" tại "Trả lời ý kiến"
    Và đang chờ "co-quan-van-hoa" tại "Trả lời ý kiến"
    Và thông báo "lay-y-kien" đã gửi 2 lần
    Khi cán bộ "co-quan-van-hoa" hoàn thành bước "Trả lời ý kiến" với:
      | opinion        | dong-y   |
      | opinionContent | Không ảnh hưởng di tích |
    Thì không chờ tại "Tổng hợp, dự thảo kết quả"
    Khi cán bộ "co-quan-canh-sat-pccc" hoàn thành bước "Trả lời ý kiến" với:
      | opinion        | dong-y   |
      | opinionContent | Bảo đảm khoảng cách an toàn |
    Thì đang chờ "chuyen-vien" tại "Tổng hợp, dự thảo kết quả"
    Và chưa qua "Ghi nhận im lặng là đồng ý"
    Khi cán bộ "chuyen-vien" hoàn thành bước "Tổng hợp, dự thảo kết quả" với:
      | summary  | Các cơ quan đồng ý |
      | proposal | cap                |
    Và cán bộ "lanh-dao" hoàn thành bước "Xem xét và ký" với:
      | decision | duyet |
    Và cán bộ "van-thu" hoàn thành bước "Vào sổ, cấp số, đóng dấu" với:
      | resultNumber | 15/GPXD    |
      | issuedOn     | 2026-03-04 |
    Thì hồ sơ ở trạng thái "Đã xử lý xong"
    Và thông báo "da-co-ket-qua" đã gửi tới "loan@cong-dan.example"
    Và đang chờ "thu-phi" tại "Thu lệ phí tại quầy"
    Khi cán bộ "thu-phi" hoàn thành bước "Thu lệ phí tại quầy" với:
      | receiptNumber | BL-77 |
    Thì biến "amount" là 75000
    Khi cán bộ "mot-cua" hoàn thành bước "Trả giấy phép tại quầy" với:
      | receivedBy | Vũ Thị Loan |
      | returnedOn | 2026-03-05  |
    Thì hồ sơ đã kết thúc tại "Đã trả kết quả"
    Và hồ sơ ở trạng thái "Đã trả kết quả"
    Và kết quả "Giấy phép xây dựng" đã được trả
    Và thông báo "da-tra-ket-qua" đã gửi tới "loan@cong-dan.example"
    Và nhật ký nguyên vẹn

  Kịch bản: Một cơ quan im lặng quá 12 ngày làm việc thì coi là đồng ý
    Biết cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Và cán bộ "chuyen-vien" hoàn thành bước "Thẩm định hồ sơ" với:
      | appraisalNote | Phù hợp quy hoạch             |
      | agencyCodes   | ["canh-sat-pccc", "van-hoa"] |
    Và cán bộ "chuyen-vien" hoàn thành bước "Kiểm tra thực địa" với:
      | inspectedOn      | 2026-03-02     |
      | inspectionNote   | Đúng hiện trạng |
      | inspectionResult | dat            |
    Và cán bộ "co-quan-canh-sat-pccc" hoàn thành bước "Trả lời ý kiến" với:
      | opinion        | dong-y                      |
      | opinionContent | Bảo đảm khoảng cách an toàn |
    Khi 7 ngày làm việc trôi qua
    Thì đang chờ "lanh-dao" tại "Ký văn bản xin lỗi, hẹn ngày mới"
    Và chưa qua "Ghi nhận im lặng là đồng ý"
    Khi cán bộ "lanh-dao" hoàn thành bước "Ký văn bản xin lỗi, hẹn ngày mới" với:
      | apologyReason | Chờ ý kiến của Sở Văn hóa, Thể thao và Du lịch |
      | newDueDate    | 2026-03-25                                     |
    Thì phiếu "Mẫu 04" được phát hành
    Khi 6 ngày làm việc trôi qua
    Thì đã qua "Ghi nhận im lặng là đồng ý" 1 lần
    Và đang chờ "chuyen-vien" tại "Tổng hợp, dự thảo kết quả"
    Và không chờ tại "Trả lời ý kiến"
    Và biến "opinions" là [{"agency": "Phòng Cảnh sát phòng cháy, chữa cháy", "opinion": "dong-y", "content": "Bảo đảm khoảng cách an toàn", "silent": false}, {"agency": "Sở Văn hóa, Thể thao và Du lịch", "opinion": "dong-y", "content": "Không có văn bản trả lời trong 12 ngày làm việc: coi như đã đồng ý", "silent": true}]

  Kịch bản: Bổ sung sau kiểm tra thực địa, thời hạn tính lại từ đầu
    Biết cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Và cán bộ "chuyen-vien" hoàn thành bước "Thẩm định hồ sơ" với:
      | appraisalNote | Bản vẽ lệch ranh giới |
    Khi cán bộ "chuyen-vien" hoàn thành bước "Kiểm tra thực địa" với:
      | inspectedOn       | 2026-03-02              |
      | inspectionNote    | Ranh giới lệch 0,5 m    |
      | inspectionResult  | bo-sung                 |
      | supplementContent | Vẽ lại ranh giới thửa đất |
    Thì hồ sơ ở trạng thái "Yêu cầu bổ sung giấy tờ"
    Và phiếu "Mẫu 02" được phát hành
    Khi 14 ngày trôi qua
    Và công dân bổ sung hồ sơ
    Thì đã qua "Tiếp nhận bổ sung, hẹn ngày trả mới"
    Và hạn trả kết quả là "17:00 25/03/2026"
    Và đang chờ "chuyen-vien" tại "Thẩm định hồ sơ"

  Kịch bản: Không bổ sung sau thẩm định thì dừng giải quyết
    Biết cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Và cán bộ "chuyen-vien" hoàn thành bước "Thẩm định hồ sơ" với:
      | appraisalNote | Bản vẽ lệch ranh giới |
    Và cán bộ "chuyen-vien" hoàn thành bước "Kiểm tra thực địa" với:
      | inspectedOn       | 2026-03-02              |
      | inspectionNote    | Ranh giới lệch 0,5 m    |
      | inspectionResult  | bo-sung                 |
      | supplementContent | Vẽ lại ranh giới thửa đất |
    Khi 31 ngày trôi qua
    Thì hồ sơ đã kết thúc tại "Dừng vì không bổ sung"
    Và hồ sơ ở trạng thái "Dừng xử lý"

  Kịch bản: Thực địa không đạt, từ chối bằng văn bản sau một lần trả lại
    Biết cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Và cán bộ "chuyen-vien" hoàn thành bước "Thẩm định hồ sơ" với:
      | appraisalNote | Cần xem tại chỗ |
    Khi cán bộ "chuyen-vien" hoàn thành bước "Kiểm tra thực địa" với:
      | inspectedOn      | 2026-03-02                  |
      | inspectionNote   | Đã khởi công khi chưa có phép |
      | inspectionResult | khong-dat                   |
      | refusalReason    | Công trình nằm trong hành lang đường bộ |
    Thì chưa qua "Lấy ý kiến từng cơ quan"
    Khi cán bộ "chuyen-vien" hoàn thành bước "Tổng hợp, dự thảo kết quả" với:
      | summary       | Không đủ điều kiện                      |
      | proposal      | tu-choi                                 |
      | refusalReason | Công trình nằm trong hành lang đường bộ |
    Và cán bộ "lanh-dao" hoàn thành bước "Xem xét và ký" với:
      | decision     | tra-lai         |
      | decisionNote | Dẫn rõ điều luật |
    Và cán bộ "chuyen-vien" hoàn thành bước "Tổng hợp, dự thảo kết quả" với:
      | summary       | Không đủ điều kiện                                 |
      | proposal      | tu-choi                                            |
      | refusalReason | Nằm trong hành lang đường bộ, không đạt Điều 50     |
    Và cán bộ "lanh-dao" hoàn thành bước "Xem xét và ký" với:
      | decision | duyet |
    Thì hồ sơ đã kết thúc tại "Đã từ chối bằng văn bản"
    Và hồ sơ ở trạng thái "Dừng xử lý"
    Và phiếu "Mẫu 03" được phát hành
    Và thông báo "tu-choi-cap" đã gửi tới "loan@cong-dan.example"
    Và chưa có kết quả

  Kịch bản: Chủ đầu tư rút hồ sơ khi đang lấy ý kiến các cơ quan
    Biết cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Và cán bộ "chuyen-vien" hoàn thành bước "Thẩm định hồ sơ" với:
      | appraisalNote | Phù hợp quy hoạch              |
      | agencyCodes   | ["canh-sat-pccc", "giao-thong"] |
    Và cán bộ "chuyen-vien" hoàn thành bước "Kiểm tra thực địa" với:
      | inspectedOn      | 2026-03-02     |
      | inspectionNote   | Đúng hiện trạng |
      | inspectionResult | dat            |
    Khi công dân rút hồ sơ vì "Hoãn xây nhà"
    Thì hồ sơ đã kết thúc tại "Đã rút hồ sơ"
    Và hồ sơ ở trạng thái "Công dân yêu cầu rút hồ sơ"
    Và phiếu "stop" được phát hành
    Và không chờ tại "Trả lời ý kiến"

  Kịch bản: Thiếu giấy tờ khi nộp, bổ sung một lần rồi được tiếp nhận
    Khi cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult       | thieu                     |
      | supplementContent | Bản vẽ mặt cắt móng còn thiếu |
    Thì phiếu "Mẫu 02" được phát hành
    Khi công dân bổ sung hồ sơ
    Thì hồ sơ ở trạng thái "Mới đăng ký"
    Và chưa có hạn trả kết quả
    Khi cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult | du |
    Thì hạn trả kết quả là "17:00 11/03/2026"
    Và hồ sơ ở trạng thái "Đang xử lý"

  Kịch bản: Thiếu giấy tờ khi nộp mà không bổ sung
    Biết cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult       | thieu                     |
      | supplementContent | Bản vẽ mặt cắt móng còn thiếu |
    Khi 31 ngày trôi qua
    Thì hồ sơ đã kết thúc tại "Dừng vì không bổ sung"
    Và thông báo "nhac-bo-sung" đã gửi 3 lần

  Kịch bản: Không thuộc thẩm quyền thì từ chối tiếp nhận bằng phiếu
    Khi cán bộ "mot-cua" hoàn thành bước "Kiểm tra thành phần hồ sơ" với:
      | checkResult   | tu-choi                              |
      | refusalReason | Công trình cấp II, thuộc thẩm quyền tỉnh |
    Thì hồ sơ đã kết thúc tại "Không được tiếp nhận"
    Và phiếu "Mẫu 03" được phát hành
    Và thông báo "tu-choi-tiep-nhan" đã gửi tới "loan@cong-dan.example"
