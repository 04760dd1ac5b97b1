import Glibc

/// libFuzzer's own loop; it calls the target with one input after another.
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: start, count: count))
}

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
switch getenv("FUZZ").map({ String(cString: $0) }) {
case "workbook":
    exit(runFuzzer(&count, &arguments) { fuzzWorkbook(bytes($0, $1)) })
default:
    print("FUZZ names what is fuzzed: workbook")
    exit(2)
}
