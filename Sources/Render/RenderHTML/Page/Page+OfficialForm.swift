import DocumentModel

extension Page {
    /// Quốc hiệu, agency, number and date: two columns that stand below each other on a phone.
    func writeOfficialHead(to markup: inout Markup) {
        let form = document.form
        markup.element(.header, [.style("form")]) { header in
            header.element(.div, [.style("nation")]) { nation in
                nation.element(.p, [.style("capitals")], text: form.nation)
                nation.element(.p, [.style("motto")], text: form.motto)
            }
            header.element(.div, [.style("agency")]) { agency in
                if let parent = form.parentAgency { agency.element(.p, text: parent) }
                agency.element(.p, [.style("issuer")]) { issuer in
                    for (index, line) in form.agency.enumerated() {
                        if index > 0 { issuer.element(.br) }
                        issuer.text(line)
                    }
                }
            }
            header.element(.p, [.style("number")], text: form.number)
            if form.isLetter {
                header.element(.h1, [.style("about")], text: form.subject)
            }
            header.element(.p, [.style("date")], text: form.placeAndDate)
        }
    }

    /// The kind and subject of the document and whom it is sent to.
    func writeTitle(to markup: inout Markup) {
        let form = document.form
        if !form.isLetter {
            markup.element(.h1) { title in
                title.element(.span, [.style("kind")], text: form.kind)
                title.text(" ")
                title.element(.span, [.style("subject")], text: form.subject)
            }
        }
        guard !form.addressees.isEmpty else { return }
        markup.element(.div, [.style("addressees")]) { block in
            block.element(.p, text: form.addresseeLabel)
            block.element(.ul, [.style("plain")]) { list in
                for addressee in form.addressees { list.element(.li, text: addressee) }
            }
        }
    }

    /// Recipients at the left, position and signer at the right.
    func writeClosing(to markup: inout Markup) {
        let closing = document.closing
        markup.element(.div, [.style("closing")]) { block in
            block.element(.div, [.style("signature")]) { signature in
                for line in closing.position {
                    signature.element(.p, [.style("position")], text: line)
                }
                signature.element(.p, [.style("signer")], text: closing.signer ?? "")
            }
            guard !closing.recipients.isEmpty else { return }
            block.element(.div, [.style("recipients")]) { recipients in
                recipients.element(.p, text: closing.recipientsLabel)
                recipients.element(.ul, [.style("plain")]) { list in
                    for line in closing.recipients { list.element(.li, text: line) }
                }
            }
        }
    }
}
