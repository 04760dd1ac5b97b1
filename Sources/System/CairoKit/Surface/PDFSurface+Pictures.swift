import CCairoPango
package import ColourModel

/// Pixels that stand ready to be drawn.
package final class DecodedPicture {
    let surface: OpaquePointer
    /// Pixels.
    package let width: Int
    package let height: Int

    private init(_ surface: OpaquePointer, width: Int, height: Int) {
        self.surface = surface
        self.width = width
        self.height = height
    }

    deinit { cairo_surface_destroy(surface) }

    /// A JPEG file, which goes into the PDF file as it is: its pixels are never looked at.
    package static func jpeg(_ bytes: [UInt8], width: Int, height: Int) -> DecodedPicture? {
        // Pages of memory that nobody writes to take no room.
        guard let surface = opaque(width, height), let copy = malloc(bytes.count) else {
            return nil
        }
        bytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            copy.copyMemory(from: start, byteCount: bytes.count)
        }
        let status = cairo_surface_set_mime_data(
            surface,
            CAIRO_MIME_TYPE_JPEG,
            copy.assumingMemoryBound(to: UInt8.self),
            UInt(bytes.count),
            { free($0) },
            copy
        )
        guard status == CAIRO_STATUS_SUCCESS else {
            free(copy)
            cairo_surface_destroy(surface)
            return nil
        }
        return DecodedPicture(surface, width: width, height: height)
    }

    /// A PNG file on white paper, since archival PDF knows no transparency; `nil` when it is damaged.
    package static func png(
        _ bytes: [UInt8],
        converting conversion: SRGBConversion? = nil
    ) -> DecodedPicture? {
        var rest = bytes[...]
        let read = withUnsafeMutablePointer(to: &rest) { rest in
            cairo_image_surface_create_from_png_stream(
                { closure, data, length in
                    guard let data,
                        let rest = closure?.assumingMemoryBound(to: ArraySlice<UInt8>.self),
                        rest.pointee.count >= Int(length)
                    else { return CAIRO_STATUS_READ_ERROR }
                    for (offset, byte) in rest.pointee.prefix(Int(length)).enumerated() {
                        data[offset] = byte
                    }
                    rest.pointee = rest.pointee.dropFirst(Int(length))
                    return CAIRO_STATUS_SUCCESS
                },
                rest
            )
        }
        guard let read else { return nil }
        defer { cairo_surface_destroy(read) }
        guard cairo_surface_status(read) == CAIRO_STATUS_SUCCESS else { return nil }
        if let conversion { convert(read, by: conversion) }
        let (width, height) = (
            Int(cairo_image_surface_get_width(read)), Int(cairo_image_surface_get_height(read))
        )
        guard let surface = opaque(width, height), let context = cairo_create(surface) else {
            return nil
        }
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
        cairo_set_source_surface(context, read, 0, 0)
        cairo_paint(context)
        let status = cairo_status(context)
        cairo_destroy(context)
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_surface_destroy(surface)
            return nil
        }
        return DecodedPicture(surface, width: width, height: height)
    }

    /// Turns the pixels of a surface, whose colours are multiplied by how opaque they are.
    private static func convert(_ surface: OpaquePointer, by conversion: SRGBConversion) {
        cairo_surface_flush(surface)
        guard let data = cairo_image_surface_get_data(surface) else { return }
        let isOpaque = cairo_image_surface_get_format(surface) != CAIRO_FORMAT_ARGB32
        let width = Int(cairo_image_surface_get_width(surface))
        let stride = Int(cairo_image_surface_get_stride(surface))
        for row in 0..<Int(cairo_image_surface_get_height(surface)) {
            let line = UnsafeMutableRawPointer(data + row * stride)
                .bindMemory(to: UInt32.self, capacity: width)
            for column in 0..<width {
                let pixel = line[column]
                let alpha = isOpaque ? 255 : pixel >> 24
                guard alpha > 0 else { continue }
                func pure(_ shift: UInt32) -> UInt8 {
                    UInt8(min(255, ((pixel >> shift & 255) * 255 + alpha / 2) / alpha))
                }
                let colour = conversion.converted(red: pure(16), green: pure(8), blue: pure(0))
                func covered(_ value: UInt8) -> UInt32 { (UInt32(value) * alpha + 127) / 255 }
                line[column] =
                    alpha << 24 | covered(colour.red) << 16 | covered(colour.green) << 8
                    | covered(colour.blue)
            }
        }
        cairo_surface_mark_dirty(surface)
    }

    private static func opaque(_ width: Int, _ height: Int) -> OpaquePointer? {
        guard
            let surface = cairo_image_surface_create(
                CAIRO_FORMAT_RGB24,
                Int32(clamping: width),
                Int32(clamping: height)
            )
        else { return nil }
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
            cairo_surface_destroy(surface)
            return nil
        }
        return surface
    }
}

/// Where a pixel of a file comes to stand: `x' = xx x + xy y + x0`, `y' = yx x + yy y + y0`.
package struct PixelTurn {
    package var xx: Double
    package var yx: Double
    package var xy: Double
    package var yy: Double
    package var x0: Double
    package var y0: Double

    package init(xx: Double, yx: Double, xy: Double, yy: Double, x0: Double, y0: Double) {
        self.xx = xx
        self.yx = yx
        self.xy = xy
        self.yy = yy
        self.x0 = x0
        self.y0 = y0
    }
}

extension PDFSurface {
    /// Draws a picture with the top left of what is seen at (`x`, `y`), each pixel turned by `turn` and then
    /// `scale` points wide and high.
    package mutating func draw(
        _ picture: DecodedPicture,
        x: Double,
        y: Double,
        scale: (x: Double, y: Double),
        turn: PixelTurn
    ) {
        flushText()
        cairo_save(context)
        cairo_translate(context, x, y)
        cairo_scale(context, scale.x, scale.y)
        var matrix = cairo_matrix_t(
            xx: turn.xx,
            yx: turn.yx,
            xy: turn.xy,
            yy: turn.yy,
            x0: turn.x0,
            y0: turn.y0
        )
        cairo_transform(context, &matrix)
        cairo_set_source_surface(context, picture.surface, 0, 0)
        // ISO 19005-1, 6.2.4: no interpolation.
        cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_NEAREST)
        cairo_rectangle(context, 0, 0, Double(picture.width), Double(picture.height))
        cairo_fill(context)
        cairo_restore(context)
        colour = nil
    }
}
