"""Who is who: in one article, and across articles, languages and scripts."""
