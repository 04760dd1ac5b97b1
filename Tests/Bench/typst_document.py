"""Writes a report's HTML as a Typst document with the same words, tables, charts and links.

    typst_document.py bao-cao.html FOLDER      FOLDER/report.typ and one SVG file a chart

The page is the theme's: A4 with margins of 20, 20, 30 and 15 mm, 14 pt Liberation Serif,
justified; the annexes lie in landscape. The document is written as one writes Typst by hand,
so that the comparison is fair to it: content in markup rather than in strings, one `table` an
exhibit with its `table.header`, labels and captions as literal text instead of counters, no
show rule that asks for context but the page number, and drawings without `textLength`, which
would make it fit each text. What only the screen shows (second drawings, data that unfolds,
the footer) is left out, as our PDF leaves it out.
"""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

PREAMBLE = """\
#set document(title: [{title}], author: "{author}")
#set page(
  paper: "a4",
  margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm),
  numbering: "1",
  number-align: center + top,
)
#set text(font: "Liberation Serif", size: 14pt, lang: "vi", hyphenate: false)
#set par(justify: true, leading: 0.56em, spacing: 0.95em, first-line-indent: (amount: 12.7mm, all: true))
#set smartquote(enabled: false)
#set list(marker: [-], indent: 12.7mm)
#set heading(numbering: none)
#set outline(title: none, depth: 2)
#show heading: set text(size: 14pt)
#set table(
  stroke: (y: 0.5pt + rgb("#c8c8c8")),
  inset: (x: 4pt, y: 3pt),
)
#show table: set text(size: 11pt)
#show table: set par(justify: false, first-line-indent: 0pt)
#show figure.where(kind: table): set block(breakable: true)
#show figure.caption: set text(size: 12pt)
#set figure.caption(position: top)
#let note(body) = block(par(first-line-indent: 0pt, text(size: 10pt, body)))
"""

BREAK = " \\ "
COLOURS_OF_HEADS = 'rgb("#e9eef2")'
COLOURS_OF_TOTALS = 'rgb("#f4f6f8")'


class Node:
    """An element: its tag, attributes and children, which are nodes and strings."""

    def __init__(self, tag, attributes=()):
        self.tag = tag
        self.attributes = dict(attributes)
        self.children = []

    @property
    def classes(self):
        return (self.attributes.get("class") or "").split()

    def elements(self):
        return [child for child in self.children if isinstance(child, Node)]

    def all(self, tag):
        for child in self.elements():
            if child.tag == tag:
                yield child
            yield from child.all(tag)

    def first(self, tag, style=None):
        return next((n for n in self.all(tag) if style is None or style in n.classes), None)

    def text(self):
        return "".join(c if isinstance(c, str) else c.text() for c in self.children)


class Tree(HTMLParser):
    VOID = {"meta", "link", "br"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Node("root")
        self.open = [self.root]

    def handle_starttag(self, tag, attributes):
        node = Node(tag, attributes)
        self.open[-1].children.append(node)
        if tag not in self.VOID:
            self.open.append(node)

    def handle_startendtag(self, tag, attributes):
        self.open[-1].children.append(Node(tag, attributes))

    def handle_endtag(self, tag):
        closed = self.open.pop()
        if closed.tag != tag:
            sys.exit(f"{tag} closes {closed.tag}")

    def handle_data(self, data):
        self.open[-1].children.append(data)


def escaped(text):
    """The text in Typst's markup, letter by letter the same."""
    text = re.sub(r"\s*\n\s*", " ", text)
    text = re.sub(r"([\\#$*_`<>@~\[\]/\"'=+-])", r"\\\1", text)
    text = re.sub(r"^(\d+)\.", r"\1\\.", text)
    return text.replace("..", ".\\.")


def xml(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class Writer:
    def __init__(self, root, folder):
        self.root = root
        self.folder = folder
        self.inks = self.read_inks(root.first("style").text())
        self.parts = []

    @staticmethod
    def read_inks(sheet):
        """Colours of the light palette, which comes first, by name."""
        inks = {}
        for name, colour in re.findall(r"--(\w+): (#[0-9a-f]{6});", sheet):
            inks.setdefault(name, colour)
        return inks

    def add(self, text):
        self.parts.append(text)

    # Inline content

    def inline(self, node):
        return "".join(
            escaped(child) if isinstance(child, str) else self.inline_element(child)
            for child in node.children
            if isinstance(child, str) or child.tag not in ("ul", "ol")
        )

    def inline_element(self, node):
        content = self.inline(node)
        match node.tag:
            case "strong":
                return f"#strong[{content}]"
            case "em":
                return f"#emph[{content}]"
            case "br":
                return BREAK
            case "a" if "f" in node.classes:
                # Figures lead to their sources in the page alone; the PDF has neither.
                return content
            case "a":
                target = node.attributes["href"]
                if target.startswith("#"):
                    return f"#link(<{target[1:]}>)[{content}]"
                return f"#link({quoted(target)})[{content}]"
        return content

    # Blocks

    def blocks(self, node):
        for child in node.elements():
            self.block(child)

    def block(self, node):
        classes = node.classes
        match node.tag:
            case "h1":
                kind, subject = (span.text() for span in node.elements())
                self.add(
                    f"#align(center)[#strong[{escaped(kind)}] \\ #strong[{escaped(subject)}]]"
                )
            case "h2" | "h3" | "h4" | "h5":
                self.heading(node)
            case "p" if "note" in classes:
                self.add(f"#note[{self.inline(node)}]")
            case "p" if "reference" in classes:
                self.add(f"#align(center)[#emph[{self.inline(node)}]]")
            case "p":
                self.add(self.inline(node))
            case "ul" | "ol":
                self.add(self.listing(node))
            case "nav":
                title = escaped(node.first("p").text())
                self.add(f"#align(center)[#strong[{title}]]\n#outline()")
            case "figure":
                self.chart(node)
            case "div" if "exhibit" in classes:
                self.exhibit(node)
            case "div" if "addressees" in classes:
                self.addressees(node)
            case "div" if "closing" in classes:
                self.closing(node)
            case "section" if "annex" in classes:
                self.add("#set page(flipped: true)")
                self.blocks(node)
            case "section" if "sources" in classes:
                pass
            case "section":
                self.blocks(node)
            case other:
                sys.exit(f"no Typst for <{other}>")

    def heading(self, node):
        level = int(node.tag[1]) - 1
        anchor = node.attributes["id"].removesuffix("--title")
        if node.tag == "h2" and node.elements() and "label" in node.elements()[0].classes:
            label, name = (escaped(span.text()) for span in node.elements())
            self.add(f"#align(center)[\n{'=' * level} {label}. {name} <{anchor}>\n]")
        else:
            self.add(f"{'=' * level} {self.inline(node)} <{anchor}>")

    def listing(self, node, depth=0):
        mark = "-" if node.tag == "ul" else "+"
        lines = []
        for item in node.elements():
            lines.append("  " * depth + f"{mark} {self.inline(item).strip()}")
            lines += [
                self.listing(inner, depth + 1)
                for inner in item.elements()
                if inner.tag in ("ul", "ol")
            ]
        return "\n".join(lines)

    def head(self, node):
        nation = [escaped(p.text()) for p in node.first("div", "nation").elements()]
        agency = [escaped(p.text()) for p in node.first("div", "agency").elements()]
        number = escaped(node.first("p", "number").text())
        date = escaped(node.first("p", "date").text())
        self.add(
            "#[\n#set text(size: 12pt)\n#set par(justify: false, first-line-indent: 0pt)\n"
            "#grid(columns: (2fr, 3fr), align: center, row-gutter: 8pt,\n"
            f"  [{BREAK.join(agency[:-1] + [f'#strong[{agency[-1]}]'])}],\n"
            f"  [{BREAK.join(f'#strong[{line}]' for line in nation)}],\n"
            f"  [{number}],\n  [#emph[{date}]],\n)]"
        )

    def addressees(self, node):
        label = escaped(node.first("p").text())
        names = BREAK.join("\\- " + escaped(li.text()) for li in node.all("li"))
        self.add(f"#align(center, grid(columns: 2, column-gutter: 6pt, [{label}], align(left)[{names}]))")

    def closing(self, node):
        recipients = node.first("div", "recipients")
        lines = []
        if recipients:
            lines.append(f"#emph(strong[{escaped(recipients.first('p').text())}])")
            lines += [escaped(li.text()) for li in recipients.all("li")]
        signature = [f"#strong[{escaped(p.text())}]" for p in node.first("div", "signature").elements()]
        self.add(
            "#[\n#set par(justify: false, first-line-indent: 0pt)\n"
            "#grid(columns: (1fr, 1fr),\n"
            f"  text(size: 11pt)[{BREAK.join(lines)}],\n"
            f"  align(center)[{BREAK.join(signature)}],\n)]"
        )

    # Tables

    def exhibit(self, node):
        table = node.first("table")
        is_wide = "broad" in node.classes
        rows = list(table.first("thead").all("tr"))
        body = [row for part in table.all("tbody") for row in part.elements()]
        lines = [
            "#figure(",
            "  kind: table, supplement: none, numbering: none, outlined: false,",
            f"  caption: [{self.caption(table.first('caption'))}],",
            f"  table(columns: {self.columns(body)},",
            f"    fill: (_, y) => if y < {len(rows)} {{ {COLOURS_OF_HEADS} }},",
            "    table.header(",
        ]
        for row in rows:
            lines.append("      " + ", ".join(self.head_cell(cell) for cell in row.elements()) + ",")
        lines.append("    ),")
        for row in body:
            lines.append("    " + ", ".join(self.cell(cell, row) for cell in row.elements()) + ",")
        lines.append("  ),")
        lines.append(f") <{node.attributes['id']}>")
        text = "\n".join(lines)
        if is_wide:
            text = f"#[\n#show table: set text(size: 8.5pt)\n#set table(inset: (x: 2.5pt, y: 3pt))\n{text}\n]"
        self.add(text)
        for child in node.elements()[1:]:
            self.block(child)

    def columns(self, body):
        """Typst finds the widths: a column is as wide as its words, long texts share what is left."""
        cells = next(row for row in body if "group" not in row.classes).elements()
        self.alignment = [
            "right" if "n" in cell.classes else "center" if "c" in cell.classes else "left"
            for cell in cells
        ]
        return f"{len(cells)},\n    align: ({', '.join(self.alignment)},)"

    @staticmethod
    def spans(cell):
        return "".join(
            f"{name}: {cell.attributes[name]}, "
            for name in ("colspan", "rowspan")
            if name in cell.attributes
        )

    def head_cell(self, cell):
        return f"table.cell({self.spans(cell)}align: center + horizon)[#strong[{self.inline(cell)}]]"

    def cell(self, cell, row):
        content = self.inline(cell)
        if "group" in row.classes:
            return f"table.cell({self.spans(cell)}align: left, fill: {COLOURS_OF_HEADS})[#strong[{content}]]"
        if "total" in row.classes:
            return f"table.cell(fill: {COLOURS_OF_TOTALS})[#strong[{content}]]"
        return f"[{content}]"

    def caption(self, node):
        unit = node.first("span", "unit")
        parts = []
        for child in self.flat(node):
            if isinstance(child, Node) and child is unit:
                parts.append(f"\\ #emph[{escaped(child.text())}]")
            else:
                parts.append(escaped(child) if isinstance(child, str) else self.inline_element(child))
        return "".join(parts).strip()

    def flat(self, node):
        for child in node.children:
            if isinstance(child, Node) and child.tag == "span" and "unit" not in child.classes:
                yield from self.flat(child)
            else:
                yield child

    # Charts

    def chart(self, node):
        drawing = node.first("svg", "wide")
        name = node.attributes["id"] + ".svg"
        (self.folder / name).write_text(self.svg(drawing), encoding="utf-8")
        self.add(
            "#figure(\n  kind: image, supplement: none, numbering: none, outlined: false,\n"
            f"  caption: [{self.caption(node.first('figcaption'))}],\n"
            f"  image({quoted(name)}, width: 100%, alt: {quoted(drawing.first('desc').text())}),\n"
            f") <{node.attributes['id']}>"
        )
        for child in node.elements():
            if child.tag in ("p", "ul"):
                self.block(child)

    def svg(self, node):
        """The drawing as a file of its own: inks instead of classes, no words for readers."""
        attributes = {
            name: value
            for name, value in node.attributes.items()
            if name not in ("class", "textlength", "lengthadjust", "role", "aria-labelledby")
        }
        if "viewbox" in attributes:
            attributes["viewBox"] = attributes.pop("viewbox")
            width, height = attributes["viewBox"].split()[2:]
            attributes |= {
                "xmlns": "http://www.w3.org/2000/svg",
                "width": width,
                "height": height,
                "font-family": "Liberation Serif",
            }
            attributes.setdefault("font-size", "10")
        if node.tag in ("rect", "circle", "polygon", "line"):
            attributes["fill"] = "none"
        for style in node.classes:
            kind, _, ink = style.partition("-")
            if ink in self.inks:
                attributes["fill" if kind == "f" else "stroke"] = self.inks[ink]
        words = "".join(f' {name}="{xml(value)}"' for name, value in attributes.items())
        content = "".join(
            xml(child) if isinstance(child, str) else self.svg(child)
            for child in node.children
            if isinstance(child, str) or child.tag not in ("title", "desc")
        )
        return f"<{node.tag}{words}>{content}</{node.tag}>"

    def document(self):
        author = self.root.first("footer").first("p").text()
        title = escaped(self.root.first("title").text())
        self.add(PREAMBLE.format(title=title, author=author))
        self.head(self.root.first("header"))
        self.blocks(self.root.first("main"))
        return "\n\n".join(self.parts) + "\n"


def main():
    source, folder = Path(sys.argv[1]), Path(sys.argv[2])
    tree = Tree()
    tree.feed(source.read_text(encoding="utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.typ").write_text(Writer(tree.root, folder).document(), encoding="utf-8")


if __name__ == "__main__":
    main()
