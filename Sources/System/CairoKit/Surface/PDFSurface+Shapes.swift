import CCairoPango
package import ThemeModel

extension PDFSurface {
    /// Fills a rectangle.
    package mutating func fill(
        x: Double,
        y: Double,
        width: Double,
        height: Double,
        colour: Colour
    ) {
        use(colour)
        cairo_rectangle(context, x, y, width, height)
        cairo_fill(context)
    }

    /// Draws a straight line of `thickness` points.
    package mutating func line(
        from start: (x: Double, y: Double),
        to end: (x: Double, y: Double),
        thickness: Double,
        colour: Colour
    ) {
        use(colour)
        cairo_set_line_width(context, thickness)
        cairo_move_to(context, start.x, start.y)
        cairo_line_to(context, end.x, end.y)
        cairo_stroke(context)
    }

    /// Adds a rectangle to the shape that `paintShape` paints.
    package mutating func addRectangle(x: Double, y: Double, width: Double, height: Double) {
        cairo_rectangle(context, x, y, width, height)
    }

    /// Adds a circle to the shape that `paintShape` paints.
    package mutating func addCircle(x: Double, y: Double, radius: Double) {
        cairo_new_sub_path(context)
        cairo_arc(context, x, y, radius, 0, 2 * Double.pi)
    }

    /// Adds a closed polygon to the shape that `paintShape` paints.
    package mutating func addPolygon(_ points: [(x: Double, y: Double)]) {
        guard let first = points.first else { return }
        cairo_move_to(context, first.x, first.y)
        for point in points.dropFirst() { cairo_line_to(context, point.x, point.y) }
        cairo_close_path(context)
    }

    /// Paints the shape that was added, with a fill, an outline or both.
    package mutating func paintShape(
        fill: Colour?,
        outline: (colour: Colour, thickness: Double)?
    ) {
        if let fill {
            use(fill)
            if outline == nil { cairo_fill(context) } else { cairo_fill_preserve(context) }
        }
        if let outline {
            use(outline.colour)
            cairo_set_line_width(context, outline.thickness)
            cairo_stroke(context)
        }
        cairo_new_path(context)
    }

    /// Moves the origin and scales what is drawn until `restore`.
    package mutating func place(x: Double, y: Double, scale: Double = 1) {
        flushText()
        cairo_save(context)
        cairo_translate(context, x, y)
        if scale != 1 { cairo_scale(context, scale, scale) }
        colour = nil
    }

    /// Moves the origin and turns what is drawn upwards until `restore`; `rise` and `run` are sine and
    /// cosine.
    package mutating func place(x: Double, y: Double, rise: Double, run: Double) {
        flushText()
        cairo_save(context)
        var matrix = cairo_matrix_t(xx: run, yx: -rise, xy: rise, yy: run, x0: x, y0: y)
        cairo_transform(context, &matrix)
        colour = nil
    }

    /// Undoes the last `place`.
    package mutating func restore() {
        flushText()
        cairo_restore(context)
        colour = nil
    }

    mutating func use(_ new: Colour) {
        flushText()
        if colour == new { return }
        colour = new
        cairo_set_source_rgb(
            context,
            Double(new.red) / 255,
            Double(new.green) / 255,
            Double(new.blue) / 255
        )
    }
}
