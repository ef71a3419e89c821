"""What each command is for; the first line is the short help in the list of commands."""

from __future__ import annotations

ABOUT: dict[str, tuple[str, str]] = {
    "procflow": (
        "Động cơ quy trình cho thủ tục hành chính: một bản vẽ là một dịch vụ.",
        "A workflow engine for administrative procedures: a drawing is a service.",
    ),
    "init": (
        "Tạo procflow.toml có chú giải trong một thư mục.",
        "Write a commented procflow.toml into a folder.",
    ),
    "new": (
        "Tạo thư mục thủ tục mới: bản vẽ, thông tin công khai, biểu mẫu, thông báo, kịch bản."
        "\n\nVới --from, mọi thứ được soạn từ thông tin công bố, ở mức mà thông tin ấy cho phép; "
        "những chỗ chưa biết được liệt kê để điền. NAME chỉ cần khi thông tin chưa có tên.",
        "Write the folder of a new procedure: drawing, facts, form, notice and a first feature."
        "\n\nWith --from all is composed from the published facts, at the level these allow; what "
        "they leave open is listed. NAME is needed only where the facts have none.",
    ),
    "new-handler": (
        "Tạo một gói handler nối procflow với một hệ thống khác; kiểm thử của nó chạy được ngay."
        "\n\nNAME là tên của hệ thống, ví dụ tra-cuu-thue; gói nằm trong thư mục procflow-NAME.",
        "Write a package of handlers that connects procflow with another system; its tests pass at "
        "once.\n\nNAME is that of the system, such as tra-cuu-thue; the package lies in the folder "
        "procflow-NAME.",
    ),
    "import": (
        "Chuyển một bản vẽ của Camunda 7, Operaton, Flowable hay Activiti sang từ vựng của "
        "procflow.\n\nBản mới là NAME.procflow.bpmn bên cạnh FILE; những gì không chuyển "
        "được được liệt kê.",
        "Bring a drawing of Camunda 7, Operaton, Flowable or Activiti into procflow's vocabulary."
        "\n\nThe new drawing is NAME.procflow.bpmn beside FILE; what could not be brought is "
        "listed.",
    ),
    "render": (
        "Vẽ bản vẽ thành SVG hoặc PNG, có thể tô thêm: hồ sơ đang ở đâu, đã đi qua đâu, khác gì "
        "bản cũ.\n\n"
        "FILE là một bản vẽ, hoặc thư mục có bản vẽ. Bản vẽ chưa có hình thì được xếp hình.",
        "Draw a drawing as SVG or PNG, with what is known laid over it.\n\n"
        "FILE is a drawing, or a folder with drawings. One without a picture is laid out.",
    ),
    "diff": (
        "Bản vẽ mới khác bản cũ điều gì: thêm, bỏ, sửa, dời chỗ, theo nhãn.\n\n"
        "OLD và NEW là hai bản vẽ, hoặc hai thư mục có bản vẽ.",
        "What a new drawing says differently: added, removed, changed, moved, by label.\n\n"
        "OLD and NEW are two drawings, or two folders with drawings.",
    ),
    "lint": (
        "Kiểm tra bản vẽ và các tệp của thủ tục; chưa triển khai gì.\n\n"
        "Mỗi điều cần sửa có tệp, dòng, phần tử, câu giải thích và quy tắc. Quy trình được gọi "
        "tìm ở thư mục bên cạnh, thư mục trong thiết lập, rồi bản kèm sẵn.",
        "Check drawings and the other files of procedures; nothing is deployed.\n\n"
        "Each finding has file, line, element, sentence and rule. Called processes are looked for "
        "beside the procedure, in the folders of the settings, then among those shipped.",
    ),
    "raise": (
        "Vẽ thêm vào bản vẽ những bước còn thiếu để lên mức dịch vụ công cao hơn.\n\n"
        "Chỉ sửa những chỗ cần sửa; nói rõ chỗ nào luật không cho nâng và điền lý do phải công bố. "
        "Kịch bản của thủ tục được thử trên bản vẽ mới trước khi ghi và triển khai.",
        "Draw the steps that are missing for a higher level into the drawing.\n\n"
        "Touches nothing else; says what the law forbids to raise, and fills in the reason. "
        "The procedure's features are played on the raised drawing before it is written.",
    ),
    "level": (
        "Đo mức độ dịch vụ công trực tuyến của từng thủ tục, theo mọi đường trên bản vẽ.\n\n"
        "Mỗi điều còn thiếu có phần tử, điều luật và việc cần làm; "
        "nhiều thủ tục thì có bảng tỷ lệ.",
        "Measure the level each procedure reaches, along all ways of its drawing.\n\n"
        "Each lack has element, article and remedy; several procedures get a table of shares.",
    ),
    "publish": (
        "Công bố danh mục thủ tục thành một thư mục mở được ngay, không cần máy chủ.\n\n"
        "Mỗi thủ tục một trang đủ các phần phải công bố; có tìm kiếm, biểu mẫu, JSON và CSV. "
        "Phần còn thiếu được liệt kê.",
        "Publish the catalogue of procedures as a folder that needs no server.\n\n"
        "A page for each procedure with all mandatory parts; search, forms, JSON and CSV. "
        "What is missing is listed.",
    ),
    "facts": (
        "Chuyển bản ghi của danh mục quốc gia thành procedure.toml.\n\n"
        "Giữ nguyên lời văn; đọc số tiền, thời hạn, mã số; liệt kê những gì chưa đọc được, "
        "tự mâu thuẫn, hoặc phải điền thêm.",
        "Turn records of the national catalogue into procedure.toml.\n\n"
        "Texts are kept; amounts, lengths and codes are read; what could not be read, contradicts "
        "itself or has to be filled in is listed.",
    ),
    "deploy": (
        "Kiểm tra rồi triển khai các thủ tục; nội dung không đổi thì giữ nguyên phiên bản.\n\n"
        "Quy trình được gọi mà chưa ai triển khai thì được triển khai cùng.",
        "Check procedures and deploy them; the same content keeps its version.\n\n"
        "Processes they call that nobody has deployed yet are deployed with them.",
    ),
    "start": (
        "Bắt đầu một hồ sơ theo quy trình.",
        "Start a process instance.",
    ),
    "tasks": (
        "Các việc đang chờ người làm.",
        "User tasks that wait for somebody.",
    ),
    "claim": (
        "Nhận một việc về mình.",
        "Claim a user task.",
    ),
    "complete": (
        "Hoàn thành một việc, kèm các giá trị của biểu mẫu.",
        "Complete a user task with the values of its form.",
    ),
    "message": (
        "Gửi một thông điệp cho hồ sơ đang chờ nó.\n\n"
        "KEY là khóa liên kết, thường là mã hồ sơ hoặc mã đơn thanh toán.",
        "Publish a message to whoever waits for it.\n\n"
        "KEY is the correlation key, mostly a dossier code or a payment order.",
    ),
    "work": (
        "Làm các việc tự động và các hẹn giờ, đến khi bị dừng (Ctrl+C).",
        "Do jobs and timers until stopped (Ctrl+C).",
    ),
    "instances": (
        "Các hồ sơ đang chạy và đã kết thúc.",
        "Process instances, running and ended.",
    ),
    "explain": (
        "Hồ sơ đang chờ ai, chờ việc gì, đến bao giờ, và vì sao.\n\n"
        "INSTANCE là khóa của hồ sơ trong procflow hoặc mã hồ sơ.",
        "Whom an instance waits for, for what, until when, and why.\n\n"
        "INSTANCE is the instance's key or its business key (dossier code).",
    ),
    "history": (
        "Nhật ký của một hồ sơ: ai, việc gì, khi nào; --verify kiểm tra chuỗi băm.",
        "The history of an instance: who, what, when; --verify checks the hash chain.",
    ),
    "incidents": (
        "Các sự cố cần người xử lý.",
        "Incidents that a person must mend.",
    ),
    "retry": (
        "Làm lại bước đã gây sự cố, sau khi đã sửa nguyên nhân.",
        "Take the step of an incident again, after its cause was mended.",
    ),
    "templates": (
        "Mẫu phần tử của các việc tự động, cho Camunda Modeler.",
        "Element templates of the handlers, for Camunda Modeler.",
    ),
    "sandbox": (
        "Cổng thanh toán thử: đóng vai ngân hàng trả lời một đơn thanh toán.",
        "The sandbox payment gateway: play the bank that answers an order.",
    ),
    "pay": (
        "Đơn thanh toán được trả tiền; báo về bằng thông điệp có chữ ký.",
        "The order is paid; the signed callback is delivered.",
    ),
    "decline": (
        "Đơn thanh toán bị từ chối; báo về bằng thông điệp có chữ ký.",
        "The order is declined; the signed callback is delivered.",
    ),
    "silent": (
        "Đơn được trả tiền nhưng cổng im lặng: không báo gì về.",
        "The order is paid but the gateway keeps silent: no callback comes.",
    ),
    "feel": (
        "Tính một biểu thức FEEL.",
        "Evaluate a FEEL expression.",
    ),
    "decide": (
        "Tính một quyết định trong tệp DMN.\n\n"
        "DECISION là tên hoặc mã của quyết định, hàm quyết định hay dịch vụ quyết định.",
        "Evaluate a decision of a DMN file.\n\n"
        "DECISION is the name or id of a decision, knowledge model or decision service.",
    ),
    "doctor": (
        "Kiểm tra cài đặt: cơ sở dữ liệu, lược đồ, các việc tự động, lịch, chuỗi nhật ký.",
        "Check the installation: database, migrations, handlers, calendar, history chains.",
    ),
    "demo": (
        "Diễn hai thủ tục thật trên SQLite theo đồng hồ ảo, kể từng bước.",
        "Play two real procedures on SQLite under a virtual clock, step by step.",
    ),
    "move": (
        "Dời một hồ sơ từ phần tử này sang phần tử khác, có ghi lý do vào nhật ký.\n\n"
        "SOURCE là phần tử hồ sơ đang ở, hoặc số của nhánh; TARGET ở cùng quy trình con.",
        "Move an instance from one element to another; the reason goes into its history.\n\n"
        "SOURCE is the element it stands at, or the token's number; TARGET lies in the same "
        "sub-process.",
    ),
    "suspend": (
        "Tạm dừng một hồ sơ, một quy trình, một phần tử hoặc một loại công việc.\n\n"
        "Đang tạm dừng thì không giao việc tự động, không tính giờ, không nhận kết quả của cán bộ; "
        "thông điệp gửi đến được giữ lại. Hồ sơ mới vẫn được tiếp nhận.",
        "Suspend an instance, a process, one of its elements, or a job type.\n\n"
        "Meanwhile jobs are not given out, timers not fired and user tasks refused; messages are "
        "kept. New dossiers are still taken in.",
    ),
    "resume": (
        "Cho chạy tiếp những gì đã tạm dừng bằng cùng các lựa chọn.",
        "Let go on what was suspended with the same words.",
    ),
    "suspensions": (
        "Những gì đang tạm dừng, ai dừng và vì sao.",
        "What is suspended, by whom and why.",
    ),
    "migrate": (
        "Chuyển hồ sơ đang chạy sang phiên bản khác của bản vẽ.\n\n"
        "Phần tử được ghép theo mã, rồi theo nhãn; còn lại ghi trong kế hoạch. Tất cả được kiểm "
        "tra trước, rồi chuyển hết hoặc không chuyển gì. Đồng hồ giữ nguyên giờ hẹn, việc đã "
        "nhận giữ nguyên người nhận.",
        "Move running instances to another version of their drawing.\n\n"
        "Elements are matched by id, then by label; a plan names the rest. All are checked first, "
        "then all move or none. Timers keep their moment, user tasks their claims.",
    ),
    "prune": (
        "Dọn chi tiết của hồ sơ đã kết thúc từ lâu.\n\n"
        "Biến, công việc và sự cố được xóa; mã, ngày tháng, trạng thái và nhật ký còn lại. Với "
        "--archive, tất cả được ghi vào tệp trước, rồi nhật ký cũng được xóa khỏi cơ sở dữ liệu. "
        "Hồ sơ đang chạy không bao giờ bị đụng đến.",
        "Take away the details of instances that ended long ago.\n\n"
        "Variables, work and incidents go; codes, dates, states and the history stay. With "
        "--archive everything is written to a file before, and the history goes from the "
        "database, too. What runs is never touched.",
    ),
    "payment-pages": (
        "Phục vụ trang thanh toán và nhận thông báo của các cổng, đến khi bị dừng (Ctrl+C).\n\n"
        "/pay/MÃ đưa người nộp tới nơi thanh toán, /notify/CỔNG nhận thông báo của cổng, "
        "/return/CỔNG là nơi trình duyệt quay về. /verify/MÃ là nơi mã QR trên văn bản dẫn tới, "
        "/report/KÊNH nhận báo cáo của nhà cung cấp tin nhắn.",
        "Serve the payment pages and take callbacks of the gateways, until stopped (Ctrl+C).\n\n"
        "/pay/ORDER leads to where it is paid, /notify/GATEWAY takes a gateway's callbacks, "
        "/return/GATEWAY is where browsers come back to. /verify/CODE is where the QR codes of "
        "documents lead, /report/CHANNEL takes reports of who sends text messages.",
    ),
    "verify": (
        "Kiểm tra một văn bản theo mã in trên đó: có thật không, ai đã ký.\n\n"
        "Với FILE, tệp ấy được so với văn bản đã lưu; khác thì lệnh kết thúc với mã 1.",
        "Verify a document by the code printed on it: whether there is one, and who signed it.\n\n"
        "FILE is held against the document that was kept; when it is another, the exit code is 1.",
    ),
    "reconcile": (
        "Đối soát sao kê của ngân hàng hoặc cổng thanh toán với các yêu cầu thanh toán.\n\n"
        "FILE là tệp CSV có dòng tiêu đề; tên cột khai ở [payment.….statement]. Khoản nào sao kê "
        "chứng minh thì hồ sơ đi tiếp; khoản nào không khớp thành một việc của Bộ phận thu phí.",
        "Hold a statement of a bank or a gateway against the orders.\n\n"
        "FILE is a CSV file with headings, named in [payment.….statement]. What the statement "
        "proves lets dossiers go on; every difference becomes an officer's task.",
    ),
    "archive": (
        "Kiểm tra một tệp lưu trữ, hoặc xem nhật ký của một hồ sơ trong đó.\n\n"
        "Chuỗi băm của từng hồ sơ được so với giá trị băm mà cơ sở dữ liệu còn giữ.",
        "Verify an archive, or show the history of one instance in it.\n\n"
        "The hash chain of each instance is held against the hash that the database keeps.",
    ),
    "backup": (
        "Sao lưu cơ sở dữ liệu SQLite vào một tệp, trong khi mọi việc vẫn chạy.",
        "Copy the SQLite database to a file, while everything goes on.",
    ),
    "restore": (
        "Phục hồi cơ sở dữ liệu SQLite từ một bản sao lưu.\n\n"
        "Dừng mọi tiến trình và dời tệp cũ đi trước.",
        "Put a backup in the place of the SQLite database.\n\n"
        "Stop all processes and move the old file away before.",
    ),
    "cancel": (
        "Hủy hồ sơ đang chạy, có ghi lý do vào nhật ký.\n\n"
        "Nêu từng hồ sơ, hoặc --process để hủy mọi hồ sơ đang chạy của một quy trình.",
        "End running instances before their time; the reason goes into their histories.\n\n"
        "Name the instances, or --process for all running ones of a process.",
    ),
}
