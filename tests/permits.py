"""What somebody who builds a house files for the permit; made up."""

APPLICATION = {
    "unit": "H56.14.02",
    "applicant": {
        "name": "Vũ Thị Loan",
        "personalId": "038180007777",
        "phone": "0901234567",
        "email": "loan@cong-dan.example",
        "address": "7 Hàm Rồng",
    },
    "structureType": "nha-o-rieng-le",
    "structure": {
        "name": "Nhà ở gia đình bà Loan",
        "address": "Phường Hàm Rồng",
        "parcel": "128 / 14",
        "landPaper": "AB 123456",
        "area": 96.5,
        "floors": 3,
        "height": 11.2,
        "designer": "Công ty Thiết kế Sông Mã",
    },
    "commitment": True,
}
