import ThemeModel

/// The style sheet of a page, with the colours and the paper of the theme.
struct Stylesheet {
    let theme: Theme

    var text: String {
        [colours, page, form, prose, tables, charts, sources, narrowScreens, paper].joined(
            separator: "\n"
        )
    }

    private var colours: String {
        let palette = Palette(theme.colours)
        let inks = palette.light.map(\.name).map {
            ".f-\($0) { fill: var(--\($0)); } .s-\($0) { stroke: var(--\($0)); }"
        }
        return """
            :root {
                color-scheme: light dark;
                \(Palette.variables(palette.light))
            }
            @media screen and (prefers-color-scheme: dark) {
                :root {
                \(Palette.variables(palette.dark))
                }
            }
            \(inks.joined(separator: "\n"))
            """
    }

    private var page: String {
        """
        *, ::before, ::after { box-sizing: border-box; }
        html { font-size: 100%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body {
            margin: 0;
            background: var(--ground);
            color: var(--text);
            font: 1.125rem/1.55 \(families), serif;
            font-variant-numeric: lining-nums;
            overflow-wrap: anywhere;
        }
        header, main, footer { width: min(46rem, 100% - 2rem); margin-inline: auto; }
        main { outline: none; }
        a { color: var(--link); text-underline-offset: 0.15em; }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        .skip { position: absolute; left: -100vw; }
        .skip:focus {
            left: 1rem;
            top: 1rem;
            padding: 0.5rem 1rem;
            background: var(--ground);
            z-index: 2;
        }
        .draft {
            margin: 0;
            padding: 0.4rem 1rem;
            background: var(--negative);
            color: var(--ground);
            font-weight: bold;
            letter-spacing: 0.2em;
            text-align: center;
        }
        ul.plain { list-style: none; margin: 0; padding: 0; }
        footer {
            margin-block: 3rem 2rem;
            padding-top: 0.75rem;
            border-top: 1px solid var(--faint);
            color: var(--secondary);
            font-size: 0.875rem;
        }
        footer p { margin: 0; }
        """
    }

    /// The theme's family, then the two of the same widths that devices have.
    private var families: String {
        let name = theme.faces.family.filter { $0.isLetter || $0.isNumber || $0 == " " }
        let others = ["Liberation Serif", "Times New Roman"].filter { $0 != name }
        return ([name] + others).filter { !$0.isEmpty }.map { "\"\($0)\"" }.joined(separator: ", ")
    }

    private var form: String {
        """
        .form {
            display: grid;
            grid-template-columns: 2fr 3fr;
            grid-template-areas: "agency nation" "number date";
            gap: 0.75rem 1.5rem;
            margin-top: 2rem;
            text-align: center;
            line-height: 1.35;
            font-size: 1rem;
        }
        .form p { margin: 0; text-wrap: balance; }
        .nation { grid-area: nation; }
        .agency { grid-area: agency; }
        .form .number { grid-area: number; white-space: pre-wrap; }
        .form .date { grid-area: date; font-style: italic; white-space: pre-wrap; }
        .capitals, .motto, .issuer { font-weight: bold; }
        .motto::after, .issuer::after, .subject::after {
            content: "";
            display: block;
            width: 11em;
            max-width: 100%;
            margin: 0.3rem auto 0;
            border-top: 1px solid var(--text);
        }
        .issuer::after, .subject::after { width: 5em; }
        h1 { margin: 2.5rem 0 1.5rem; text-align: center; font-size: 1.375rem; line-height: 1.35; }
        h1.about { grid-area: 3 / 1; margin: 0; font-size: 0.9375rem; font-weight: normal; text-wrap: balance; }
        .kind, .subject { display: block; }
        .kind { letter-spacing: 0.04em; }
        .subject { text-wrap: balance; }
        .addressees {
            display: flex;
            flex-wrap: wrap;
            justify-content: center;
            gap: 0 0.5rem;
            margin-bottom: 1.5rem;
        }
        .addressees p { margin: 0; }
        .closing {
            display: grid;
            grid-template-columns: 1fr 1fr;
            gap: 1.5rem;
            margin-top: 2.5rem;
            line-height: 1.35;
        }
        .signature { grid-column: 2; grid-row: 1; text-align: center; font-weight: bold; }
        .closing p { margin: 0; }
        .closing .signer { margin-top: 5.5rem; }
        .recipients { grid-column: 1; grid-row: 1; font-size: 0.9rem; }
        .recipients p { font-weight: bold; font-style: italic; }
        """
    }

    private var prose: String {
        """
        h2, h3, h4, h5 { line-height: 1.3; text-wrap: balance; scroll-margin-top: 1rem; }
        h2 { margin: 2.75rem 0 0.75rem; font-size: 1.25rem; }
        h3 { margin: 2rem 0 0.5rem; font-size: 1.125rem; }
        h4, h5 { margin: 1.5rem 0 0.5rem; font-size: 1.125rem; font-style: italic; }
        p { margin: 0 0 0.75rem; }
        .basis, .reference { font-style: italic; }
        .reference { white-space: pre-wrap; }
        .note { color: var(--secondary); font-size: 0.9375rem; line-height: 1.4; margin: 0.35rem 0 0; }
        ul, ol { margin: 0 0 0.75rem; padding-left: 1.25rem; }
        li { margin-bottom: 0.25rem; }
        li > ul { margin-bottom: 0; }
        ul.dash { list-style-type: "- "; }
        ul.plus { list-style-type: "+ "; }
        nav {
            margin: 1.5rem 0 2rem;
            padding: 0.75rem 0;
            border-block: 1px solid var(--faint);
        }
        nav .title { margin: 0 0 0.5rem; font-weight: bold; text-align: center; }
        nav a { display: block; padding: 0.2rem 0; text-decoration: none; }
        nav a:hover { text-decoration: underline; }
        nav ul ul.plain { padding-left: 1.25rem; }
        nav li { margin: 0; }
        .annex { margin-top: 4rem; padding-top: 1rem; border-top: 2px solid var(--rule); }
        .annex > h2, .annex > .reference { text-align: center; }
        .annex > h2 { margin-top: 1rem; }
        .annex > h2 span { display: block; }
        """
    }

    private var tables: String {
        """
        .exhibit { margin: 1.75rem 0; scroll-margin-top: 1rem; }
        .broad {
            --room: min(76rem, 100vw - 3rem);
            width: max(100%, var(--room));
            margin-inline: min(0px, (100% - var(--room)) / 2);
        }
        .scroll { overflow-x: auto; }
        table {
            min-width: 100%;
            border-collapse: collapse;
            overflow-wrap: break-word;
            font-size: 1rem;
            line-height: 1.35;
            font-variant-numeric: lining-nums tabular-nums;
        }
        .broad table { font-size: 0.875rem; }
        caption, figcaption { font-size: 1rem; line-height: 1.35; text-align: left; }
        caption { padding-bottom: 0.5rem; }
        caption > span {
            display: inline-block;
            position: sticky;
            left: 0;
            width: 100%;
            max-width: min(46rem, 100vw - 2rem);
            overflow-wrap: anywhere;
        }
        .unit { display: block; font-style: italic; color: var(--secondary); font-size: 0.9375rem; }
        th, td {
            padding: 0.3rem 0.5rem;
            border-bottom: 1px solid var(--faint);
            text-align: left;
            vertical-align: top;
        }
        thead th, thead td {
            background: var(--head);
            border: 1px solid var(--faint);
            text-align: center;
            vertical-align: middle;
            font-weight: bold;
        }
        table { border-block: 1px solid var(--rule); }
        tbody th { font-weight: normal; min-width: 7rem; background: var(--ground); }
        .c { text-align: center; }
        .n { text-align: right; white-space: nowrap; }
        th[scope="row"] { position: sticky; left: 0; }
        .total th, .total td { background: var(--total); font-weight: bold; }
        .group th { background: var(--head); font-weight: bold; }
        .group span { position: sticky; left: 0.5rem; }
        tbody tr:hover td, tbody tr:hover th[scope="row"] { background: var(--head); }
        """
    }

    private var charts: String {
        """
        figure { margin: 1.75rem 0; scroll-margin-top: 1rem; }
        figcaption { margin-bottom: 0.75rem; }
        .picture img { display: block; max-width: 100%; max-height: 80vh; width: auto; height: auto; margin: 0 auto 0.5rem; }
        svg { display: block; width: 100%; height: auto; font-family: inherit; overflow: visible; }
        svg.narrow { display: none; max-width: 26rem; }
        details { margin-top: 0.5rem; }
        summary { cursor: pointer; padding: 0.35rem 0; color: var(--link); font-size: 0.9375rem; }
        """
    }

    /// Numbers that lead to their sources look like the text around them but for a dotted line; in tables, where all
    /// do, only the one at hand shows it.
    private var sources: String {
        """
        a.f { color: inherit; text-decoration: underline dotted 1px; text-underline-offset: 0.25em; }
        td a.f { display: block; text-decoration-color: var(--faint); }
        a.f:hover, a.f:focus { color: var(--link); text-decoration: underline; }
        .sources { margin-top: 4rem; padding-top: 1rem; border-top: 2px solid var(--rule); font-size: 0.9375rem; line-height: 1.4; }
        .sources dl { margin: 0; }
        .sources dl > div { padding: 0.5rem; border-bottom: 1px solid var(--faint); scroll-margin-top: 1rem; }
        .sources div:target { background: var(--total); outline: 2px solid var(--link); }
        .sources dt { font-weight: bold; }
        .sources dd { margin: 0.15rem 0 0; }
        """
    }

    private var narrowScreens: String {
        """
        @media screen and (max-width: 40rem) {
            body { line-height: 1.5; }
            header, main, footer { width: calc(100% - 2rem); }
            .form { display: block; margin-top: 1.25rem; font-size: 0.9375rem; }
            header.form > * + * { margin-top: 0.75rem; }
            header.form > .date { margin-top: 0.25rem; }
            .closing { display: block; }
            .recipients { margin-top: 2rem; }
            svg.wide { display: none; }
            svg.narrow { display: block; }
            .broad { width: 100%; margin-inline: 0; }
            th, td { padding-inline: 0.4rem; }
            table { font-size: 0.9375rem; }
            th[scope="row"] { max-width: 10rem; }
        }
        """
    }

    private var paper: String {
        let page = theme.page
        let margins = [page.top, page.right, page.bottom, page.left].map { "\(SVGNumber($0))mm" }
        return """
            @page {
                size: \(SVGNumber(page.width))mm \(SVGNumber(page.height))mm;
                margin: \(margins.joined(separator: " "));
            }
            @media print {
                body { font-size: \(SVGNumber(theme.sizes.body))pt; line-height: 1.3; }
                header, main, footer { width: 100%; }
                nav, .skip, details, footer, .sources { display: none; }
                a { color: inherit; text-decoration: none; }
                p { text-align: justify; orphans: 2; widows: 2; }
                .form p, .closing p, .note { text-align: inherit; }
                main > section > p { text-indent: \(SVGNumber(theme.spaces.indent))mm; }
                main > section > p.note { text-indent: 0; }
                h2, h3, h4, h5, caption { break-after: avoid; }
                figure, tr, .closing { break-inside: avoid; }
                .annex { break-before: page; border: 0; margin: 0; padding: 0; }
                .scroll { overflow: visible; }
                .broad { width: 100%; margin-inline: 0; }
                table { font-size: \(SVGNumber(theme.sizes.table))pt; }
                .broad table { font-size: \(SVGNumber(theme.sizes.wideTable))pt; }
                .broad th, .broad td { padding: 0.15rem 0.2rem; }
                tbody th { min-width: 0; }
                th[scope="row"], .group span, caption > span { position: static; }
                thead th, .total td, .group th, rect, circle { print-color-adjust: exact; }
            }
            """
    }
}
