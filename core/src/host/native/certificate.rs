//! Advice about an invalid certificate.

use rustls::{AlertDescription, CertificateError, Error};

/// The command that makes a self-signed certificate that clients accept.
const OWN: &str = "`openssl req -x509 -newkey rsa:2048 -nodes -days 365 -subj /CN=NAME -addext \
    subjectAltName=DNS:NAME -addext basicConstraints=critical,CA:FALSE -keyout key.pem -out cert.pem`";

/// The certificates in a file, in PEM, or one in DER.
pub(super) fn read(file: &[u8]) -> reqwest::Result<Vec<reqwest::Certificate>> {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    match file {
        // A long sequence, as every certificate is.
        [0x30, 0x81..=0x84, ..] => Ok(vec![reqwest::Certificate::from_der(file)?]),
        _ => reqwest::Certificate::from_pem_bundle(file),
    }
}

/// True if the server wants a certificate of ours before it reads anything.
pub(super) fn is_wanted(error: &Error) -> bool {
    matches!(
        error,
        Error::AlertReceived(AlertDescription::CertificateRequired)
    )
}

/// Says that the machine has no certificate authorities, and which variable is why.
pub(super) fn no_authorities() -> String {
    let set = ["SSL_CERT_FILE", "SSL_CERT_DIR"]
        .into_iter()
        .find_map(|name| Some((name, std::env::var_os(name)?)));
    let why = match set {
        Some((name, value)) => {
            let value = value.to_string_lossy();
            format!("the variable {name} names `{value}`, which holds none")
        }
        None => "none are installed, such as by the package `ca-certificates`".into(),
    };
    format!(
        "there are no certificate authorities to judge https by: {why}; mend that, or give a file \
         of them as `ca_file`"
    )
}

/// The next step after a TLS error; each text names the option `ca_file`.
pub(super) fn advice(error: &Error) -> String {
    let Error::InvalidCertificate(error) = error else {
        if is_wanted(error) {
            return "the server asks for a certificate of the client, which sorakit does not \
                    send: put a proxy before it that does, and give its address as `base_url` \
                    (`ca_file` is for the server's certificate)"
                .into();
        }
        return "if the server has a certificate of its own, give it as `ca_file`; if it speaks no \
                TLS, its address begins with http://"
            .into();
    };
    match error {
        CertificateError::UnknownIssuer => {
            "give the certificate of its authority, or the server's own, as `ca_file`".into()
        }
        CertificateError::BadSignature => format!(
            "the certificate is not signed by the key that it names, or by one that is too short, \
             such as RSA below 2048 bits; make another and give it as `ca_file`: {OWN} (with \
             IP:ADDRESS in place of DNS:NAME where it has no name)"
        ),
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            format!(
                "the certificate is for another name: give the server's address as the certificate \
                 names it, or make one that is for this name and give it as `ca_file`: {OWN} (with \
                 IP:ADDRESS in place of DNS:NAME where it has no name)"
            )
        }
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            "the certificate is past its time, or this machine's clock is wrong; if it is your own, \
             make a new one and give it as `ca_file`"
                .into()
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "the certificate is of a later time, or this machine's clock is wrong; if it is your \
             own, make a new one and give it as `ca_file`"
                .into()
        }
        _ if error.to_string().contains("CaUsedAsEndEntity") => format!(
            "the server shows the certificate of an authority as its own; make one that is none and \
             give it as `ca_file`: {OWN} (with IP:ADDRESS in place of DNS:NAME where it has no name)"
        ),
        _ => "if the server has a certificate of its own, make one that clients take and give it as \
              `ca_file`"
            .into(),
    }
}
