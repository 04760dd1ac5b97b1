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
        let before = suppressions
        let words = words(of: phrase, in: scope)
        guard suppressions > before else { return words }
        // A phrase that says how much something changed is left out of its sentence; of any other the
        // sentence around it goes as well.
        if case .change = phrase.form { suppressions = before }
        return []
    }

    private mutating func words(of phrase: Phrase, in scope: Scope) -> [Inline] {
        switch phrase.form {
        case .text(let text): return inlines(text, in: scope)
        case .change(let key, let increase, let decrease, let same):
            guard let change = changeValue(key, phrase, in: scope) else { return [] }
            if change.isZero { return inlines(same, in: scope) }
            return inlines(change.isNegative ? decrease : increase, in: scope)
        case .members(let list, let words):
            // A member of whom there is nothing to say, as a unit without comparison, has no place.
            let sayings = members(of: list, in: scope)
                .map { saying(of: $0, words, in: scope) }
                .filter { !$0.isEmpty }
            guard !sayings.isEmpty else { return [] }
            let row = sayings.enumerated().flatMap { index, saying -> [Inline] in
                guard index > 0 else { return saying }
                return [.text(index == sayings.count - 1 ? words.last : words.separator)] + saying
            }
            return inlines(words.before, in: scope) + row + inlines(words.after, in: scope)
        }
    }

    /// What is said of a member; nothing when that is not public.
    private mutating func saying(
        of member: Member,
        _ words: MemberWords,
        in scope: Scope
    ) -> [Inline] {
        let before = suppressions
        let saying = inlines(words.text, in: scope.with(member))
        guard suppressions > before else { return saying }
        suppressions = before
        return []
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
        guard var members = material.members(list.kind) else {
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
        if list.kind == .sources { members = sourceKeys().map(Member.source) }
        if list.nonzero { members = members.filter { population(of: $0, in: scope) > 0 } }
        guard let by = list.by else {
            return list.top.map { Array(members.prefix($0)) } ?? members
        }
        var ranked: [RankedMember] = []
        for (index, member) in members.enumerated() {
            guard let figure = figure(by, in: scope.with(member)) else {
                log.append(.unknownName(by, among: knownNames(in: scope), at: list.place))
                return members
            }
            // Nobody leads where a value that is not public might be larger.
            if figure.status == .suppressed, list.top != nil {
                suppressions += 1
                return []
            }
            ranked.append(
                RankedMember(value: figure.value?.rounded(to: 12), index: index, member: member)
            )
        }
        ranked.sort()
        return (list.top.map { leading($0, of: ranked) } ?? ranked).map(\.member)
    }

    /// The first `top`, and those equal to the last of them unless they are too many to name: then only
    /// those before them. When all are equal none leads.
    private func leading(_ top: Int, of ranked: [RankedMember]) -> [RankedMember] {
        guard ranked.count > top, let limit = ranked[top - 1].value else {
            let areEqual = ranked.count > 1 && ranked.first?.value == ranked.last?.value
            return areEqual ? [] : Array(ranked.prefix(top))
        }
        let atLeast = ranked.prefix { $0.value.map { $0 >= limit } ?? false }
        if atLeast.count == ranked.count, ranked.first?.value == limit { return [] }
        if atLeast.count <= top * 2 { return Array(atLeast) }
        return Array(ranked.prefix { $0.value.map { $0 > limit } ?? false })
    }

    private func population(of member: Member, in scope: Scope) -> Int {
        switch member {
        case .given, .measure, .amendment, .restatement, .formChange, .ruleChange: return 1
        default: break
        }
        if case .classValue = member {
            let figure = figure("class.count", in: scope.with(member))
            return figure?.value?.rounded(to: 0).map { $0.isZero ? 0 : 1 } ?? 0
        }
        return figure("\(FigureKey.organisations).count", in: scope.with(member))?.population ?? 0
    }
}

/// A member with the figure that ranks it.
private struct RankedMember: Comparable {
    var value: ExactDecimal?
    /// Its place in the settings.
    var index: Int
    var member: Member

    /// Larger values first, those without a value last, ties in the order of settings.
    static func < (left: RankedMember, right: RankedMember) -> Bool {
        switch (left.value, right.value) {
        case (let first?, let second?) where first != second: first > second
        case (.some, nil): true
        case (nil, .some): false
        default: left.index < right.index
        }
    }

    static func == (left: RankedMember, right: RankedMember) -> Bool {
        left.index == right.index
    }
}
