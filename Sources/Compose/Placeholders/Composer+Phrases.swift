import Diagnostics
import DocumentModel
import StatisticsModel
import Vocabulary

extension Composer {
    /// The words of a phrase in a scope; nothing when its conditions fail or there is nothing to say.
    mutating func phraseInlines(_ name: String, at place: Place, in scope: Scope) -> [Inline] {
        guard let phrase = phrases[name] else {
            let names = phrases.keys.map { "phrase.\($0)" }
            log.append(.unknownName("phrase.\(name)", among: names, at: place))
            return [.text("[?\(name)?]")]
        }
        guard !phrasesInUse.contains(name) else {
            log.append(
                .badSpecification(
                    Bilingual(
                        vi: "Cụm câu “\(name)” gọi lại chính nó.",
                        en: "The phrase “\(name)” uses itself."
                    ),
                    at: phrase.place
                )
            )
            return []
        }
        guard holds(phrase.conditions) else { return [] }
        phrasesInUse.append(name)
        defer { phrasesInUse.removeLast() }
        switch phrase.form {
        case .text(let text): return inlines(text, in: scope)
        case .change(let key, let increase, let decrease, let same):
            guard let change = changeValue(key, phrase, in: scope) else { return [] }
            if change.isZero { return inlines(same, in: scope) }
            return inlines(change.isNegative ? decrease : increase, in: scope)
        case .members(let list, let text, let separator, let last):
            // A member of whom there is nothing to say, as a unit without comparison, has no place.
            let sayings = members(of: list, in: scope)
                .map { inlines(text, in: scope.with($0)) }
                .filter { !$0.isEmpty }
            return sayings.enumerated().flatMap { index, words -> [Inline] in
                guard index > 0 else { return words }
                return [.text(index == sayings.count - 1 ? last : separator)] + words
            }
        }
    }

    /// The figure whose sign chooses the words; `nil` when there is nothing to compare.
    private mutating func changeValue(
        _ key: String,
        _ phrase: Phrase,
        in scope: Scope
    ) -> ExactDecimal? {
        guard let figure = figure(key, in: scope) else {
            // Without a previous period its figures are not there, and that is no fault.
            if key.hasPrefix("previous."), material.previous == nil { return nil }
            log.append(.unknownName(key, among: knownNames(in: scope), at: phrase.place))
            return nil
        }
        return figure.value?.rounded(to: 12)
    }

    /// The members of a list in its order, ties in the order of settings.
    mutating func members(of list: MemberList, in scope: Scope) -> [Member] {
        guard var members = settings.members(list.kind) else {
            log.append(
                .badSpecification(
                    Bilingual(
                        vi: "Bảng số liệu không có cột phân loại này.",
                        en: "The schema has no such column of classes."
                    ),
                    at: list.place
                )
            )
            return []
        }
        if list.nonzero { members = members.filter { population(of: $0, in: scope) > 0 } }
        if let by = list.by {
            var keyed: [(value: ExactDecimal?, index: Int, member: Member)] = []
            for (index, member) in members.enumerated() {
                guard let figure = figure(by, in: scope.with(member)) else {
                    log.append(.unknownName(by, among: knownNames(in: scope), at: list.place))
                    return members
                }
                keyed.append((figure.value?.rounded(to: 12), index, member))
            }
            members = keyed.sorted { left, right in
                switch (left.value, right.value) {
                case (let first?, let second?) where first != second: first > second
                case (.some, nil): true
                case (nil, .some): false
                default: left.index < right.index
                }
            }.map(\.member)
        }
        return list.top.map { Array(members.prefix($0)) } ?? members
    }

    private func population(of member: Member, in scope: Scope) -> Int {
        if case .given = member { return 1 }
        if case .classValue = member {
            let figure = figure("class.count", in: scope.with(member))
            return figure?.value?.rounded(to: 0).map { $0.isZero ? 0 : 1 } ?? 0
        }
        return figure("\(FigureKey.organisations).count", in: scope.with(member))?.population ?? 0
    }
}
