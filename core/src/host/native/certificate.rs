//! Advice about an invalid certificate.

use rustls::{CertificateError, Error};

/// The command that makes a self-signed certificate that clients accept.
const OWN: &str = "`openssl req -x509 -newkey rsa:2048 -nodes -days 365 -subj /CN=NAME -addext \
    subjectAltName=DNS:NAME -addext basicConstraints=critical,CA:FALSE -keyout key.pem -out cert.pem`";

/// The next step after a TLS error; each text names the option `ca_file`.
pub(super) fn advice(error: &Error) -> String {
    let Error::InvalidCertificate(error) = error else {
        return "if the server has a certificate of its own, give it as `ca_file`; if it speaks no \
                TLS, its address begins with http://"
            .into();
    };
    match error {
        CertificateError::UnknownIssuer | CertificateError::BadSignature => {
            "give the certificate of its authority, or the server's own, as `ca_file`".into()
        }
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
