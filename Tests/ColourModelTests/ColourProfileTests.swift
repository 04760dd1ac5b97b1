import Foundation
import TestSupport
import Testing

@testable import ColourModel

struct ColourProfileTests {
    private let all = [
        SampleProfiles.displayP3, SampleProfiles.displayP3OfVersion2, SampleProfiles.sRGB,
        SampleProfiles.grey(version: 2), SampleProfiles.grey(version: 4), SampleProfiles.inks,
        SampleProfiles.table(version: 4),
    ]

    @Test func `what a profile is of is read from its header`() throws {
        let profiles = try all.map { try #require(ColourProfile($0)) }
        #expect(profiles.map(\.space) == [.rgb, .rgb, .rgb, .grey, .grey, .inks, .rgb])
        #expect(profiles.map(\.version) == [4, 2, 4, 2, 4, 2, 4])
        #expect(profiles.map(\.isSRGB) == [false, false, true, false, false, false, false])
    }

    @Test func `cut off anywhere it is none`() {
        for profile in all {
            for end in 0..<profile.count { #expect(ColourProfile(profile[..<end]) == nil) }
        }
    }

    @Test func `with any byte changed it is read or refused`() {
        for profile in all {
            for position in profile.indices where position < 600 {
                for value in [0x00, 0x80, 0xFF] as [UInt8] {
                    var changed = profile
                    changed[position] = value
                    guard let read = ColourProfile(changed) else { continue }
                    _ = read.isSRGB
                    // Slow where nothing is optimised.
                    if position % 16 == 0 { _ = read.inVersion2 }
                }
            }
        }
    }

    @Test func `what lies behind its size is no part of it`() throws {
        let longer = try #require(ColourProfile(SampleProfiles.displayP3 + [0, 0, 0]))
        #expect(longer.bytes == SampleProfiles.displayP3)
    }

    @Test func `a device that makes no pictures is refused`() {
        var link = SampleProfiles.displayP3
        link.replaceSubrange(12..<16, with: Array("link".utf8))
        #expect(ColourProfile(link) == nil)
    }

    @Test func `version 2 says the same colours as version 4`() throws {
        for bytes in [SampleProfiles.displayP3, SampleProfiles.grey(version: 4)] {
            let new = try #require(ColourProfile(bytes))
            let old = try #require(new.inVersion2)
            #expect(old.version == 2)
            #expect(old.space == new.space)
            let (before, after) = try (
                #require(new.curvedColours), #require(old.curvedColours)
            )
            #expect(before.primaries == after.primaries)
            for (first, second) in zip(before.curves, after.curves) {
                for step in 0...1_000 {
                    let sample = Double(step) / 1_000
                    // 65,535 is the finest that a curve of version 2 tells.
                    #expect(abs(first.light(sample) - second.light(sample)) < 1.5 / 65_535)
                }
            }
        }
    }

    @Test func `tables of version 4 have no form in version 2`() throws {
        #expect(try #require(ColourProfile(SampleProfiles.table(version: 4))).inVersion2 == nil)
        let old = try #require(ColourProfile(SampleProfiles.table(version: 2)))
        #expect(old.inVersion2 == old)
    }

    @Test func `powers are those of the C library`() {
        for base in [0.0, 1e-9, 0.003, 0.2, 0.5, 0.999, 1, 1.7, 250] {
            for exponent in [0.1, 1 / 2.4, 0.999, 1, 1.8, 2.2, 2.4, 12] {
                let expected = pow(base, exponent)
                #expect(abs(power(base, exponent) - expected) <= expected * 1e-13)
            }
        }
        #expect(power(1e-300, 30_000) == 0)
        #expect(power(-1, 2.2) == 0)
    }

    @Test func `chromaticities of sRGB are sRGB`() throws {
        let places = [(0.3127, 0.329), (0.64, 0.33), (0.3, 0.6), (0.15, 0.06)]
            .map { (x: $0.0, y: $0.1) }
        let colours = try #require(CurvedColours(chromaticities: places, curve: .sRGB))
        #expect(colours.isSRGB)
        #expect(CurvedColours(chromaticities: nil, curve: .gamma(1.8))?.isSRGB == false)
        let flat = [(0.3127, 0.329), (0.3, 0.3), (0.3, 0.3), (0.3, 0.3)]
            .map { (x: $0.0, y: $0.1) }
        #expect(CurvedColours(chromaticities: flat, curve: .sRGB) == nil)
    }
}
