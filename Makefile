# make report [PERIOD=FOLDER]  the report of a period, into Output/
# make test                    set-up, build and every test
# make check                   format, build, tests: all that must hold before a commit
# make format                  format the code in place
# make golden CASE=name        renew the golden files of the tests whose names match
# make fixture                 make the fixture's submissions again from their seed
# make fuzz [TARGET=name] [SECONDS=600]  hostile bytes for every reader, until one breaks
# make bench [ROWS=NUMBER]     CPU time of all figures; CPU time and memory beside Typst; a large table beside Polars and DuckDB;
#                              archive and verify beside coreutils; suppression and attack of a province

PERIOD ?= Fixtures/an-giang-2020
OUTPUT ?= Output
# Rows of the benchmark's large submission.
ROWS ?= 10000000

# What the program is built with and needs to run, by Debian name.
PACKAGES = git pkg-config libcairo2-dev libpango1.0-dev libcmark-dev libyaml-dev libssl-dev libjansson-dev \
	zlib1g-dev libarchive-dev libxml2-dev libxlsxwriter-dev libuchardet-dev coinor-libclp-dev \
	fonts-liberation2 mupdf-tools poppler-utils
# What the tests check it with.
TEST_PACKAGES = qpdf chromium libpdfbox2-java libactivation-java libjaxb-api-java default-jre-headless \
	python3 python3-venv locales strace
# What the tests and the benchmark compare it with, from PyPI, pinned.
PYTHON_PACKAGES = duckdb==2.0.0 polars==2.1.0 typst==0.15.2 openpyxl==3.1.5 XlsxWriter==3.3.1 xlrd==2.0.2 xlwt==1.3.0 ocfl-py==2.1.0 \
	bagit==1.9.0 pyHanko==0.38.0 scipy==1.17.1 csvw==4.1.1

# Linked at a fixed address: the loader then has 41 000 places fewer to adjust at each start.
RELEASE = swift build -c release --static-swift-stdlib --product baocao -Xlinker -no-pie
BINARY = .build/release/baocao

.PHONY: report test check lint format golden fixture fuzz bench setup setup-tests build

report: setup build
	$(BINARY) build "$(PERIOD)" --output "$(OUTPUT)"

build:
	$(RELEASE)

test: setup-tests
	swift build --build-tests
	BAOCAO_PYTHON="$(CURDIR)/.venv/bin/python" swift test --skip-build

check: lint test

lint:
	swift format lint --strict --recursive Sources Tests Fixtures/Generator Package.swift

format:
	swift format --in-place --recursive Sources Tests Fixtures/Generator Package.swift

golden: setup-tests
	RECORD=1 BAOCAO_PYTHON="$(CURDIR)/.venv/bin/python" swift test --filter "$(CASE)"
	git diff --stat -- '*Goldens*'

fixture:
	swift run fixture-generator Fixtures

# Gold cannot link the coverage, lld can.
FUZZ_BUILD = BAOCAO_FUZZ=1 swift build -c release --scratch-path .build/fuzz --product fuzz \
	-Xswiftc -sanitize=fuzzer -Xswiftc -enable-testing -Xcc -fsanitize=fuzzer-no-link \
	-Xswiftc -use-ld=lld -Xlinker -lstdc++
TARGET ?= convert workbook settings submission stream answers
SECONDS ?= 600

# What is found new is kept under .build; a finding stands there too and ends the run.
fuzz: setup
	$(FUZZ_BUILD)
	@set -e; for target in $(TARGET); do \
		echo "$$target, $(SECONDS) s"; \
		mkdir -p .build/fuzz-corpus/$$target .build/fuzz-found; \
		SWIFT_BACKTRACE=enable=no FUZZ=$$target .build/fuzz/release/fuzz -timeout=10 -rss_limit_mb=512 \
			-max_total_time=$(SECONDS) -artifact_prefix=.build/fuzz-found/$$target- \
			.build/fuzz-corpus/$$target Fixtures/fuzz/$$target; \
	done

bench: setup setup-tests build
	swift build -c release --product figure-bench
	.build/release/figure-bench "$(PERIOD)"
	BAOCAO_PYTHON="$(CURDIR)/.venv/bin/python" Tests/Bench/run.sh "$(BINARY)" "$(PERIOD)"
	swift build -c release --product fixture-generator
	BAOCAO_PYTHON="$(CURDIR)/.venv/bin/python" Tests/Bench/large.sh "$(BINARY)" \
		.build/release/fixture-generator "$(PERIOD)" "$(ROWS)"
	BAOCAO_PYTHON="$(CURDIR)/.venv/bin/python" Tests/Bench/archive.sh "$(BINARY)" "$(PERIOD)"
	swift build -c release --product disclosure-bench
	"$(CURDIR)/.venv/bin/python" Tests/Bench/disclosure.py .build/release/disclosure-bench

setup:
	@.ci/install-packages $(PACKAGES)

setup-tests: setup
	@.ci/install-packages $(TEST_PACKAGES)
	@.ci/install-python-packages $(PYTHON_PACKAGES)
