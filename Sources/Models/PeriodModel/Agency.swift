package import Vocabulary

/// The body that issues the report, with what the registry and the signer give.
///
/// What is `nil` is printed as the blank that Nghị định 30/2020/NĐ-CP wants; it is never invented.
package struct Agency: Sendable {
    package var name: String
    /// `cơ quan chủ quản`; `nil` when the form has none.
    package var parent: String?
    /// Place before the date (địa danh).
    package var place: String
    /// Symbol after the number, such as `BC-XYZ` in `Số: 05/BC-XYZ`.
    package var symbol: String
    package var number: String?
    package var date: CalendarDate?
    /// Authority before the position, such as `KT.` (ô 7a).
    package var authority: String?
    package var position: String?
    package var signer: String?
    package var addressees: [String]
    /// Nơi nhận, without the dash at the start of each line.
    package var recipients: [String]

    package init(
        name: String,
        parent: String? = nil,
        place: String,
        symbol: String,
        number: String? = nil,
        date: CalendarDate? = nil,
        authority: String? = nil,
        position: String? = nil,
        signer: String? = nil,
        addressees: [String] = [],
        recipients: [String] = []
    ) {
        self.name = name
        self.parent = parent
        self.place = place
        self.symbol = symbol
        self.number = number
        self.date = date
        self.authority = authority
        self.position = position
        self.signer = signer
        self.addressees = addressees
        self.recipients = recipients
    }
}
