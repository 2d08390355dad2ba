// PDF files against PDF/A-3a and PDF/UA-1, by veraPDF: java -cp … PdfRules.java FILE…
// Says what fails and ends with status 1 where anything does.
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

public class PdfRules {
    private static final Map<PDFAFlavour, String> PROFILES = Map.of(PDFAFlavour.PDFA_3_A, "PDFA-3A", PDFAFlavour.PDFUA_1, "PDFUA-1");

    public static void main(String[] files) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        int failures = 0;
        for (Map.Entry<PDFAFlavour, String> standard : PROFILES.entrySet()) {
            String place = "/org/verapdf/pdfa/validation/" + standard.getValue() + ".xml";
            ValidationProfile profile;
            try (InputStream rules = PdfRules.class.getResourceAsStream(place)) {
                profile = Profiles.profileFromXml(rules);
            }
            for (String file : files) {
                failures += check(file, standard.getKey(), profile);
            }
        }
        System.out.println(files.length + " files by PDF/A-3a and PDF/UA-1: " + failures + " failures");
        System.exit(failures > 0 ? 1 : 0);
    }

    private static int check(String file, PDFAFlavour flavour, ValidationProfile profile) throws Exception {
        try (FileInputStream data = new FileInputStream(file);
             PDFAParser parser = Foundries.defaultInstance().createParser(data, flavour)) {
            ValidationResult result = Foundries.defaultInstance().createValidator(profile, false).validate(parser);
            for (Map.Entry<RuleId, Integer> failed : result.getFailedChecks().entrySet()) {
                System.out.println(file + ": " + failed.getKey().getSpecification() + " " + failed.getKey().getClause() + ", " + failed.getValue() + " times");
            }
            return result.isCompliant() ? 0 : 1;
        }
    }
}
