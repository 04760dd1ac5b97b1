"""Signs PDF files under a test authority of its own making, and alters them afterwards.

    sign.py authority FOLDER            certificates of a root, of signers and of a time-stamping service
    sign.py sign FOLDER IN OUT WHO [OPTION…]   timestamp, adbe, cades, visible, certify, field=NAME, at=DATE
    sign.py page IN OUT                 replaces what a page shows, as an incremental update
    sign.py note IN OUT                 adds a note that lies on the first page
    sign.py title IN OUT                replaces the information of the file
    sign.py stamp FOLDER IN OUT         adds a document time-stamp and data for the long term
"""

import datetime
import pathlib
import sys

from asn1crypto import keys as asn1_keys
from asn1crypto import pem
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers, timestamps
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko_certvalidator.registry import SimpleCertificateStore

UTC = datetime.timezone.utc
LONG = (datetime.datetime(2020, 1, 1, tzinfo=UTC), datetime.datetime(2060, 1, 1, tzinfo=UTC))
SHORT = (datetime.datetime(2010, 1, 1, tzinfo=UTC), datetime.datetime(2011, 1, 1, tzinfo=UTC))
TITLES = {"root": "Nơi cấp thử", "rsa": "Văn thư thử", "ec": "Lãnh đạo thử", "old": "Chứng thư hết hạn",
          "alone": "Tự cấp", "clock": "Dịch vụ dấu thời gian thử"}


def name(who):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, TITLES[who])])


def make(folder, who, key, issuer, issuer_key, term=LONG):
    is_authority = who == "root"
    builder = (
        x509.CertificateBuilder().subject_name(name(who)).issuer_name(name(issuer))
        .public_key(key.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(term[0]).not_valid_after(term[1])
        .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
        .add_extension(x509.KeyUsage(not is_authority, not is_authority, False, False, False,
                                     is_authority, is_authority, False, False), critical=True)
    )
    if who == "clock":
        builder = builder.add_extension(
            x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    certificate = builder.sign(issuer_key, hashes.SHA256())
    (folder / f"{who}.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / f"{who}.key").write_bytes(key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))


def authority(folder):
    folder.mkdir(parents=True, exist_ok=True)
    fresh = {who: rsa.generate_private_key(65537, 2048) for who in ["root", "rsa", "old", "alone", "clock"]}
    fresh["ec"] = ec.generate_private_key(ec.SECP256R1())
    make(folder, "root", fresh["root"], "root", fresh["root"])
    make(folder, "alone", fresh["alone"], "alone", fresh["alone"])
    make(folder, "old", fresh["old"], "root", fresh["root"], SHORT)
    for who in ["rsa", "ec", "clock"]:
        make(folder, who, fresh[who], "root", fresh["root"])


def certificate(folder, who):
    return asn1_x509.Certificate.load(pem.unarmor((folder / f"{who}.pem").read_bytes())[2])


def key(folder, who):
    return asn1_keys.PrivateKeyInfo.load(pem.unarmor((folder / f"{who}.key").read_bytes())[2])


def store(folder, *names):
    found = SimpleCertificateStore()
    for who in names:
        found.register(certificate(folder, who))
    return found


def clock(folder):
    return timestamps.DummyTimeStamper(
        tsa_cert=certificate(folder, "clock"), tsa_key=key(folder, "clock"),
        certs_to_embed=store(folder, "root"),
        fixed_dt=datetime.datetime(2021, 1, 8, 3, 0, tzinfo=UTC))


def sign(folder, source, target, who, options):
    values = dict(option.split("=", 1) for option in options if "=" in option)
    field = values.get("field", "ChuKy1")
    signer = signers.SimpleSigner(
        signing_cert=certificate(folder, who), signing_key=key(folder, who),
        cert_registry=store(folder, *(["alone"] if who == "alone" else ["root"])))
    writer = IncrementalPdfFileWriter(source.open("rb"))
    if "visible" in options:
        fields.append_signature_field(writer, fields.SigFieldSpec(field, on_page=0, box=(300, 60, 500, 120)))
    meta = signers.PdfSignatureMetadata(
        field_name=field, md_algorithm="sha256", reason="Phát hành",
        certify="certify" in options, docmdp_permissions=fields.MDPPerm.NO_CHANGES,
        subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED if "adbe" in options else SigSeedSubFilter.PADES)
    with target.open("wb") as output:
        signers.PdfSigner(
            meta, signer=signer, timestamper=clock(folder) if "timestamp" in options else None,
        ).sign_pdf(writer, output=output)


def page(source, target):
    writer = IncrementalPdfFileWriter(source.open("rb"))
    first = writer.root["/Pages"]["/Kids"].raw_get(0).get_object()
    while "/Kids" in first:
        first = first["/Kids"].raw_get(0).get_object()
    reference = writer.add_object(generic.StreamObject(stream_data=b"BT ET"))
    first["/Contents"] = reference
    writer.update_container(first)
    with target.open("wb") as output:
        writer.write(output)


def note(source, target):
    writer = IncrementalPdfFileWriter(source.open("rb"))
    reference = writer.add_object(generic.DictionaryObject({
        generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
        generic.pdf_name("/Subtype"): generic.pdf_name("/FreeText"),
        generic.pdf_name("/Rect"): generic.ArrayObject([generic.NumberObject(n) for n in (50, 50, 300, 90)]),
        generic.pdf_name("/Contents"): generic.TextStringObject("999"),
    }))
    writer.register_annotation(first_page(writer), reference)
    with target.open("wb") as output:
        writer.write(output)


def first_page(writer):
    return writer.find_page_for_modification(0)[0]


def title(source, target):
    writer = IncrementalPdfFileWriter(source.open("rb"))
    writer.set_info(writer.add_object(generic.DictionaryObject({
        generic.pdf_name("/Title"): generic.TextStringObject("Tên khác")})))
    with target.open("wb") as output:
        writer.write(output)


def stamp(folder, source, target):
    writer = IncrementalPdfFileWriter(source.open("rb"))
    dss = generic.DictionaryObject({generic.pdf_name("/Certs"): generic.ArrayObject(
        [writer.add_object(generic.StreamObject(stream_data=certificate(folder, "root").dump()))])})
    writer.root["/DSS"] = writer.add_object(dss)
    writer.update_root()
    with target.open("wb") as output:
        signers.PdfTimeStamper(clock(folder), field_name="DauThoiGian").timestamp_pdf(
            writer, "sha256", None, output=output)


def main(words):
    command, paths = words[0], words[1:]
    if command == "authority":
        authority(pathlib.Path(paths[0]))
    elif command == "sign":
        folder, source, target = map(pathlib.Path, paths[:3])
        sign(folder, source, target, paths[3], paths[4:])
    elif command == "stamp":
        stamp(*map(pathlib.Path, paths))
    else:
        {"page": page, "note": note, "title": title}[command](*map(pathlib.Path, paths))


main(sys.argv[1:])
