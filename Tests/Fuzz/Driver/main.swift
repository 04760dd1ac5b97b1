import FuzzTargets
import Glibc

/// libFuzzer's own loop; it calls the target with one input after another.
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

let name = getenv("FUZZ").flatMap { FuzzTargets.Name(rawValue: String(cString: $0)) }
let targets = FuzzTargets(project: ".")

func feed(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let name, let targets else { return -1 }
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    guard let fault = targets.run(name, input) else { return 0 }
    print("\(name.rawValue): \(fault)")
    fflush(nil)
    abort()
}

guard name != nil, targets != nil else {
    print("FUZZ must name what is fuzzed, and the working folder be the project's")
    exit(2)
}
var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(runFuzzer(&count, &arguments) { feed($0, $1) })
