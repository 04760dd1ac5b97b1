package import Diagnostics

/// What is asked of a store: `E` and `W` are the codes of the OCFL specification 1.1, `A` those of editions.
package enum StoreRule: String, Sendable, CaseIterable {
    case e001 = "E001"
    case e003 = "E003"
    case e004 = "E004"
    case e007 = "E007"
    case e008 = "E008"
    case e009 = "E009"
    case e010 = "E010"
    case e011 = "E011"
    case e015 = "E015"
    case e017 = "E017"
    case e018 = "E018"
    case e019 = "E019"
    case e023 = "E023"
    case e024 = "E024"
    case e025 = "E025"
    case e033 = "E033"
    case e036 = "E036"
    case e037 = "E037"
    case e038 = "E038"
    case e040 = "E040"
    case e041 = "E041"
    case e042 = "E042"
    case e043 = "E043"
    case e044 = "E044"
    case e046 = "E046"
    case e047 = "E047"
    case e048 = "E048"
    case e049 = "E049"
    case e050 = "E050"
    case e052 = "E052"
    case e053 = "E053"
    case e054 = "E054"
    case e056 = "E056"
    case e057 = "E057"
    case e058 = "E058"
    case e060 = "E060"
    case e061 = "E061"
    case e063 = "E063"
    case e064 = "E064"
    case e066 = "E066"
    case e067 = "E067"
    case e069 = "E069"
    case e070 = "E070"
    case e072 = "E072"
    case e073 = "E073"
    case e075 = "E075"
    case e081 = "E081"
    case e083 = "E083"
    case e086 = "E086"
    case e090 = "E090"
    case e092 = "E092"
    case e093 = "E093"
    case e094 = "E094"
    case e095 = "E095"
    case e096 = "E096"
    case e097 = "E097"
    case e099 = "E099"
    case e100 = "E100"
    case e101 = "E101"
    case e103 = "E103"
    case e107 = "E107"
    case e111 = "E111"
    case w001 = "W001"
    case w002 = "W002"
    case w003 = "W003"
    case w004 = "W004"
    case w005 = "W005"
    case w007 = "W007"
    case w008 = "W008"
    case w009 = "W009"
    case w010 = "W010"
    case w011 = "W011"
    case w013 = "W013"
    case w016 = "W016"
    case a001 = "A001"
    case a002 = "A002"
    case a003 = "A003"
    case a004 = "A004"
    case a006 = "A006"
    case a007 = "A007"
    case a008 = "A008"
    case a009 = "A009"
    case a010 = "A010"
    case a011 = "A011"

    /// Whether a store that does otherwise is valid all the same.
    package var isWarning: Bool {
        rawValue.hasPrefix("W") || self == .a006 || self == .a010 || self == .a011
    }

    /// What is wrong, without a full stop.
    package var words: Bilingual {
        switch self {
        case .e001:
            Bilingual(
                vi: "Trong thư mục đối tượng có mục lạ",
                en: "The object's folder has an unexpected entry"
            )
        case .e003:
            Bilingual(
                vi: "Thiếu tệp khai báo đối tượng, hoặc có nhiều hơn một",
                en: "The declaration of the object is missing, or there are several"
            )
        case .e004:
            Bilingual(
                vi: "Không hiểu khai báo phiên bản OCFL của đối tượng",
                en: "The object declares a version of OCFL that is not known"
            )
        case .e007:
            Bilingual(
                vi: "Nội dung tệp khai báo không đúng",
                en: "The declaration has other content than it must"
            )
        case .e008:
            Bilingual(
                vi: "Bản kê không có phiên bản nào",
                en: "The inventory has no version"
            )
        case .e009:
            Bilingual(
                vi: "Phiên bản đầu không phải là v1",
                en: "The first version is not v1"
            )
        case .e010:
            Bilingual(
                vi: "Thiếu thư mục phiên bản, hoặc số phiên bản không liên tục",
                en: "A version's folder is missing, or the numbers of versions have a gap"
            )
        case .e011:
            Bilingual(
                vi: "Số phiên bản viết lẫn lộn có và không có số 0 đứng đầu",
                en: "Version numbers are padded in different ways"
            )
        case .e015:
            Bilingual(
                vi: "Trong thư mục phiên bản có tệp lạ",
                en: "A version's folder has an unexpected file"
            )
        case .e017:
            Bilingual(
                vi: "contentDirectory phải là tên một thư mục",
                en: "contentDirectory must be the name of a folder"
            )
        case .e018:
            Bilingual(
                vi: "contentDirectory không được là “.” hoặc “..”",
                en: "contentDirectory must not be “.” or “..”"
            )
        case .e019:
            Bilingual(
                vi: "contentDirectory không được nêu từ phiên bản đầu",
                en: "contentDirectory is not given from the first version on"
            )
        case .e023: Bilingual(vi: "Tệp không có trong bản kê", en: "A file is in no inventory")
        case .e024:
            Bilingual(
                vi: "Thư mục nội dung có thư mục rỗng",
                en: "There is an empty folder among the content"
            )
        case .e025:
            Bilingual(
                vi: "Mã băm không đúng dạng, hoặc thuật toán không được phép",
                en: "A digest has the wrong form, or its algorithm is not allowed"
            )
        case .e033:
            Bilingual(
                vi: "Bản kê không phải JSON đúng",
                en: "The inventory is no valid JSON"
            )
        case .e036:
            Bilingual(
                vi: "Bản kê thiếu mục bắt buộc",
                en: "The inventory lacks what it must have"
            )
        case .e037:
            Bilingual(
                vi: "Mã đối tượng rỗng, sai hoặc không nhất quán",
                en: "The object's id is empty, wrong or not the same everywhere"
            )
        case .e038:
            Bilingual(
                vi: "Bản kê không khai đúng phiên bản OCFL",
                en: "The inventory does not name its version of OCFL rightly"
            )
        case .e040:
            Bilingual(
                vi: "“head” không phải là phiên bản cuối",
                en: "`head` is not the last version"
            )
        case .e041:
            Bilingual(
                vi: "Bản kê thiếu “manifest” hoặc mục này sai kiểu",
                en: "The inventory's `manifest` is missing or of the wrong kind"
            )
        case .e042:
            Bilingual(
                vi: "Đường dẫn nội dung không nằm trong thư mục nội dung của một phiên bản",
                en: "A content path is not in the content folder of a version"
            )
        case .e043:
            Bilingual(
                vi: "Bản kê thiếu “versions”",
                en: "The inventory's `versions` is missing"
            )
        case .e044: Bilingual(vi: "“versions” sai kiểu", en: "`versions` is of the wrong kind")
        case .e046:
            Bilingual(
                vi: "Thư mục phiên bản và bản kê không khớp nhau",
                en: "The folders of versions and the inventory do not agree"
            )
        case .e047: Bilingual(vi: "Phiên bản sai kiểu", en: "A version is of the wrong kind")
        case .e048:
            Bilingual(
                vi: "Phiên bản thiếu ngày hoặc danh sách tệp",
                en: "A version lacks its date or its state"
            )
        case .e049:
            Bilingual(
                vi: "Ngày của phiên bản không đúng dạng RFC 3339",
                en: "The date of a version is not as RFC 3339 writes it"
            )
        case .e050:
            Bilingual(
                vi: "Danh sách tệp của phiên bản sai, hoặc nêu mã băm không có trong “manifest”",
                en: "The state of a version is wrong, or has a digest that the manifest lacks"
            )
        case .e052:
            Bilingual(
                vi: "Đường dẫn trong phiên bản có “.”, “..” hoặc phần rỗng",
                en: "A path of a version has “.”, “..” or an empty part"
            )
        case .e053:
            Bilingual(
                vi: "Đường dẫn trong phiên bản bắt đầu hoặc kết thúc bằng “/”",
                en: "A path of a version begins or ends with “/”"
            )
        case .e054:
            Bilingual(
                vi: "Người thực hiện của phiên bản sai kiểu",
                en: "The user of a version is of the wrong kind"
            )
        case .e056: Bilingual(vi: "“fixity” sai kiểu", en: "`fixity` is of the wrong kind")
        case .e057: Bilingual(vi: "Một mục của “fixity” sai", en: "An entry of `fixity` is wrong")
        case .e058:
            Bilingual(
                vi: "Thiếu tệp mã băm của bản kê",
                en: "The inventory's digest file is missing"
            )
        case .e060:
            Bilingual(
                vi: "Bản kê không có mã băm đã ghi: bản kê hoặc tệp mã băm đã bị đổi",
                en: "The inventory has not the digest noted: it or the digest file was changed"
            )
        case .e061:
            Bilingual(
                vi: "Tệp mã băm của bản kê sai dạng",
                en: "The inventory's digest file is malformed"
            )
        case .e063: Bilingual(vi: "Thiếu bản kê", en: "The inventory is missing")
        case .e064:
            Bilingual(
                vi: "Bản kê của đối tượng khác với bản kê của phiên bản cuối",
                en: "The object's inventory differs from that of its last version"
            )
        case .e066:
            Bilingual(
                vi: "Một phiên bản cũ được kể khác đi về sau",
                en: "An old version is told differently later"
            )
        case .e067:
            Bilingual(
                vi: "Trong “extensions” có tệp",
                en: "There is a file in `extensions`"
            )
        case .e069:
            Bilingual(
                vi: "Thiếu tệp khai báo kho, hoặc có nhiều hơn một",
                en: "The declaration of the store is missing, or there are several"
            )
        case .e070: Bilingual(vi: "ocfl_layout.json không đúng", en: "ocfl_layout.json is wrong")
        case .e072:
            Bilingual(
                vi: "Tệp nằm ngoài mọi đối tượng",
                en: "A file lies outside of all objects"
            )
        case .e073:
            Bilingual(
                vi: "Thư mục rỗng trong kho",
                en: "There is an empty folder in the store"
            )
        case .e075:
            Bilingual(
                vi: "Nội dung tệp khai báo kho không đúng",
                en: "The store's declaration has other content than it must"
            )
        case .e081:
            Bilingual(
                vi: "Đối tượng có phiên bản OCFL mới hơn kho",
                en: "The object has a newer version of OCFL than its store"
            )
        case .e083:
            Bilingual(
                vi: "Đối tượng không nằm đúng chỗ theo cách xếp của kho",
                en: "The object does not lie where the store's layout puts it"
            )
        case .e086:
            Bilingual(
                vi: "Trong “extensions” của kho có tệp",
                en: "There is a file in the store's `extensions`"
            )
        case .e090:
            Bilingual(
                vi: "Có liên kết tượng trưng hoặc mục không phải tệp thường",
                en: "There is a symbolic link or an entry that is no regular file"
            )
        case .e092:
            Bilingual(
                vi: "Tệp thiếu, hoặc nội dung không có mã băm đã ghi",
                en: "A file is missing, or its content has not the digest noted"
            )
        case .e093:
            Bilingual(
                vi: "Tệp thiếu, hoặc nội dung không có mã băm ghi trong “fixity”",
                en: "A file is missing, or its content has not the digest in `fixity`"
            )
        case .e094:
            Bilingual(
                vi: "Lời ghi của phiên bản sai kiểu",
                en: "The message of a version is of the wrong kind"
            )
        case .e095:
            Bilingual(
                vi: "Hai tệp của phiên bản trùng hoặc lồng đường dẫn",
                en: "Two paths of a version are equal or one lies in the other"
            )
        case .e096:
            Bilingual(
                vi: "Mã băm có hai lần trong “manifest”",
                en: "A digest stands twice in the manifest"
            )
        case .e097:
            Bilingual(
                vi: "Mã băm có hai lần trong “fixity”",
                en: "A digest stands twice in `fixity`"
            )
        case .e099:
            Bilingual(
                vi: "Đường dẫn nội dung có “.”, “..” hoặc phần rỗng",
                en: "A content path has “.”, “..” or an empty part"
            )
        case .e100:
            Bilingual(
                vi: "Đường dẫn nội dung bắt đầu hoặc kết thúc bằng “/”",
                en: "A content path begins or ends with “/”"
            )
        case .e101:
            Bilingual(
                vi: "Hai đường dẫn nội dung trùng hoặc lồng nhau",
                en: "Two content paths are equal or one lies in the other"
            )
        case .e103:
            Bilingual(
                vi: "Phiên bản OCFL của bản kê sau cũ hơn của bản kê trước",
                en: "An inventory has an older version of OCFL than the one before"
            )
        case .e107:
            Bilingual(
                vi: "Mã băm trong “manifest” mà không phiên bản nào dùng",
                en: "A digest of the manifest is used by no version"
            )
        case .e111: Bilingual(vi: "“fixity” sai kiểu", en: "`fixity` is of the wrong kind")
        case .w001:
            Bilingual(
                vi: "Số phiên bản không nên có số 0 đứng đầu",
                en: "Version numbers should not be padded"
            )
        case .w002:
            Bilingual(
                vi: "Trong thư mục phiên bản nên chỉ có thư mục nội dung",
                en: "A version's folder should have no folder but that of content"
            )
        case .w003:
            Bilingual(
                vi: "Thư mục nội dung nên có tệp",
                en: "The content folder should not be empty"
            )
        case .w004: Bilingual(vi: "Nên dùng SHA-512", en: "SHA-512 should be used")
        case .w005: Bilingual(vi: "Mã đối tượng nên là URI", en: "The object's id should be a URI")
        case .w007:
            Bilingual(
                vi: "Phiên bản nên có người thực hiện và lời ghi",
                en: "A version should have a user and a message"
            )
        case .w008:
            Bilingual(
                vi: "Người thực hiện nên có địa chỉ",
                en: "A user should have an address"
            )
        case .w009:
            Bilingual(
                vi: "Địa chỉ của người thực hiện nên là URI",
                en: "The address of a user should be a URI"
            )
        case .w010:
            Bilingual(
                vi: "Phiên bản nên có bản kê riêng",
                en: "A version should have its own inventory"
            )
        case .w011:
            Bilingual(
                vi: "Ngày, lời ghi hoặc người thực hiện được kể khác đi về sau",
                en: "Date, message or user are told differently later"
            )
        case .w013:
            Bilingual(
                vi: "Trong “extensions” có mục không đăng ký với OCFL",
                en: "There is an extension that OCFL has not registered"
            )
        case .w016:
            Bilingual(
                vi: "Trong “extensions” của kho có mục không đăng ký với OCFL",
                en: "The store has an extension that OCFL has not registered"
            )
        case .a001:
            Bilingual(
                vi: "Ấn bản không kể đủ hoặc đúng về mình và các tệp của mình",
                en: "The edition does not tell of itself and its own files rightly"
            )
        case .a002:
            Bilingual(
                vi: "Sổ số liệu không bắt đầu bằng sổ của ấn bản trước",
                en: "The ledger does not begin with the ledger of the edition before"
            )
        case .a003:
            Bilingual(
                vi: "Sổ số liệu không khớp với số liệu đã công bố của ấn bản",
                en: "The ledger does not agree with the data that the edition published"
            )
        case .a004:
            Bilingual(
                vi: "Chuỗi mã băm bị đứt: ấn bản này hoặc một ấn bản trước đã bị viết lại",
                en: "The chain is broken: this edition or an earlier one was rewritten"
            )
        case .a006:
            Bilingual(
                vi: "Lần lưu trữ bị ngắt, kho vẫn như trước; lần lưu trữ sau dọn đi",
                en: "An archiving was cut short, the store is as before; the next clears it"
            )
        case .a007: Bilingual(vi: "Không đọc được", en: "This cannot be read")
        case .a008:
            Bilingual(
                vi: "Kho thuộc một phiên bản OCFL mới hơn chương trình biết",
                en: "The store has a newer version of OCFL than this program knows"
            )
        case .a009:
            Bilingual(
                vi: "Lần lưu trữ bị ngắt sau khi phiên bản đã vào kho; lần lưu trữ sau làm nốt",
                en:
                    "An archiving was cut short after its version was in place; the next completes it"
            )
        case .a010: Bilingual(vi: "Tệp lạ ở gốc kho", en: "The store has an unexpected file")
        case .a011:
            Bilingual(
                vi: "Còn phần thừa của một lần lưu trữ bị ngắt; các ấn bản kể ra đều nguyên vẹn",
                en: "An archiving that was cut short left remains; the editions listed are whole"
            )
        }
    }
}
